package org.sevenfold.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.StoredTree;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 1, tile/0/000.p/1",
        "0, 999, 255, tile/0/999.p/255",
        "1, 1000, 256, tile/1/x001/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "3, 1234067, 17, tile/3/x001/x234/067.p/17",
        "0, 72057594037927935, 255, tile/0/x072/x057/x594/x037/x927/935.p/255",
        "7, 0, 256, tile/7/000",
    })
    void a_path_is_written_as_published_and_read_back(int level, long index, int width, String path) {
        var tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/8/000",
                "tile/-1/000",
                "tile/a/000",
                "tile/0/x000/000",
                "tile/0/x00/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/../000",
                "tile/entries/000",
                "tile/7/001",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/x001/x999/x999/x999/x999/x999/999"
            })
    void any_other_path_is_refused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.parse(path));
    }

    @Test
    void a_tree_of_70_000_leaves_has_the_published_tiles() {
        assertThat(Tile.of(70_000, 0))
                .hasSize(274)
                .startsWith(new Tile(0, 0, 256))
                .endsWith(new Tile(0, 272, 256), new Tile(0, 273, 112));
        assertThat(Tile.of(70_000, 1)).containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17));
        assertThat(Tile.of(70_000, 2)).containsExactly(new Tile(2, 0, 1));
        assertThat(Tile.of(70_000, 3)).isEmpty();
        assertThat(Tile.of(256, 0)).containsExactly(new Tile(0, 0, 256));
        assertThat(Tile.of(256, 1)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.of(0, 0)).isEmpty();
    }

    @Test
    void tiles_that_grew_with_the_leaves_are_those_read_from_the_tree() {
        List<Hash> leaves = Leaves.random(new SplittableRandom(13), 66_000);
        var reader = new StoredTree(leaves);
        Map<Tile, byte[]> grown = new HashMap<>();
        var tiles = new GrowingTiles(grown::put);
        leaves.forEach(tiles::add);
        tiles.end();

        var all = new ArrayList<Tile>();
        for (int level = 0; level <= Tile.HIGHEST_LEVEL; level++) {
            all.addAll(Tile.of(leaves.size(), level));
        }
        assertThat(grown.keySet()).containsExactlyInAnyOrderElementsOf(all);
        all.forEach(tile -> assertThat(grown.get(tile)).as(tile.path()).isEqualTo(tile.read(reader)));
    }

    @Test
    void the_root_is_known_at_every_size_while_tiles_grow() {
        List<Hash> leaves = Leaves.random(new SplittableRandom(14), 1_100);
        var tiles = new GrowingTiles((tile, bytes) -> {});
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(tiles.frontier()).isEqualTo(MerkleTree.frontier(size, new StoredTree(leaves.subList(0, size))));
            tiles.add(leaves.get(size));
        }
        assertThat(tiles.frontier()).isEqualTo(Frontier.EMPTY.append(leaves).frontier());
    }

    @Test
    void a_bundle_of_entries_is_read_back_as_it_was_written() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[65_535]);
        byte[] bytes = EntryBundle.bytes(entries);

        assertThat(bytes).hasSize(2 + 2 + 3 + 2 + 65_535).startsWith(0, 0, 0, 3, 1, 2, 3, 0xff, 0xff);
        assertThat(EntryBundle.entries(bytes)).usingRecursiveComparison().isEqualTo(entries);
        assertThat(new EntryBundle(1_234_067, 12).path()).isEqualTo("tile/entries/x001/x234/067.p/12");
        assertThat(EntryBundle.parse("tile/entries/x001/x234/067.p/12")).isEqualTo(new EntryBundle(1_234_067, 12));
    }

    @Test
    void what_is_no_bundle_is_refused() {
        byte[] tooMany = EntryBundle.bytes(java.util.Collections.nCopies(257, new byte[1]));

        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.entries(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.entries(new byte[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.entries(new byte[] {0, 2, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.entries(new byte[] {0, 1, 1, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.entries(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.bytes(List.of(new byte[65_536])));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.parse("tile/0/000"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 0));
    }
}
