package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {

    @Nested
    class Read {

        @Test
        void files_are_read_back_as_they_were_written() throws IOException {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int size : new int[] {0, 1, 511, 512, 513, 70_000}) {
                files.put("bag/size-" + size, new byte[size]);
            }
            files.put("bag/" + "long/".repeat(30) + "name", "behind an extended header".getBytes(UTF_8));

            assertThat(read(written(files))).usingRecursiveComparison().isEqualTo(files);
        }

        @Test
        void a_file_need_not_be_read_to_its_end_before_the_next() throws IOException {
            byte[] tar = written(Map.of("a", new byte[5_000]));
            byte[] two = join(Arrays.copyOf(tar, tar.length - 1_024), written(Map.of("b", new byte[3])));
            var reader = new TarReader(new ByteArrayInputStream(two));

            assertThat(reader.next()).extracting(TarReader.TarFile::path).isEqualTo("a");
            assertThat(reader.next()).extracting(TarReader.TarFile::path).isEqualTo("b");
            assertThat(reader.next()).isNull();
        }

        @Test
        void folders_are_passed_over_and_long_names_of_gnu_are_understood() throws IOException {
            String name = "bag/" + "x".repeat(150);
            byte[] tar = join(
                    header("bag/", 0, '5'),
                    header("././@LongLink", name.length() + 1, 'L'),
                    padded((name + "\0").getBytes(US_ASCII)),
                    header(name.substring(0, 100), 3, '0'),
                    padded("abc".getBytes(US_ASCII)),
                    header("./bag/plain", 2, '\0'),
                    padded("de".getBytes(US_ASCII)),
                    new byte[1_024]);

            assertThat(read(tar))
                    .usingRecursiveComparison()
                    .isEqualTo(Map.of(name, "abc".getBytes(US_ASCII), "bag/plain", "de".getBytes(US_ASCII)));
        }

        @Test
        void sizes_beyond_eight_gibibytes_are_written_and_read() throws IOException {
            long size = 9L << 30;
            var out = new ByteArrayOutputStream();
            var tar = new TarWriter(out, 0);
            var tooShort = new ByteArrayInputStream(new byte[10]);

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> tar.file("large", size, tooShort));
            assertThat(new TarReader(new ByteArrayInputStream(out.toByteArray())).next())
                    .extracting(TarReader.TarFile::size)
                    .isEqualTo(size);
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/etc/passwd",
                    "../outside",
                    "bag/../../outside",
                    "bag/..",
                    "bag//file",
                    "bag/./file",
                    "..\\outside",
                    "bag\\..\\outside",
                    "C:/outside",
                    "bag/\nfile",
                    ""
                })
        void a_path_that_leads_out_of_the_bag(String path) {
            malformed(join(header(path, 0, '0'), new byte[1_024]));
            malformed(join(extended("path=" + path), header("bag/file", 0, '0'), new byte[1_024]));
        }

        @ParameterizedTest
        @ValueSource(chars = {'1', '2', '3', '4', '6', 'S', 'K', 'Z'})
        void whatever_is_no_file(char type) {
            malformed(join(header("bag/link", 0, type), new byte[1_024]));
        }

        @Test
        void an_archive_that_breaks_off_wherever_it_does() throws IOException {
            byte[] tar = written(Map.of("bag/file", new byte[1_000]));
            for (int length = 1; length < tar.length - 1_024; length++) {
                malformed(Arrays.copyOf(tar, length));
            }
        }

        @Test
        void a_header_that_was_changed() throws IOException {
            byte[] tar = written(Map.of("bag/file", new byte[10]));
            for (int place = 0; place < 500; place++) {
                boolean endsTheSum = place == 154 || place == 155;
                byte[] changed = tar.clone();
                changed[place] ^= 1;
                if (!endsTheSum) {
                    malformed(changed);
                }
            }
        }

        @Test
        void extended_headers_that_are_none_or_far_too_large() {
            for (String record :
                    new String[] {"0 a=b\n", "5 a=b\n", "99 a=b\n", "x a=b\n", "-6 a=b\n", "6 abc\n", "a"}) {
                byte[] bytes = record.getBytes(US_ASCII);
                malformed(join(header("pax", bytes.length, 'x'), padded(bytes), header("f", 0, '0'), new byte[1_024]));
            }
            malformed(join(header("pax", 2L << 20, 'x'), new byte[3 << 20]));
            malformed(join(extended("size=-1"), header("f", 0, '0'), new byte[1_024]));
            malformed(join(extended("size=x"), header("f", 0, '0'), new byte[1_024]));
        }

        @Test
        void random_bytes() {
            var random = new SplittableRandom(512);
            for (int round = 0; round < 500; round++) {
                byte[] bytes = new byte[1 + random.nextInt(2_000)];
                random.nextBytes(bytes);
                malformed(bytes);
            }
        }

        private void malformed(byte[] tar) {
            assertThatIllegalArgumentException().isThrownBy(() -> read(tar));
        }
    }

    @Nested
    class Unpacking {

        @TempDir
        Path folder;

        @Test
        void a_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_has() throws IOException {
            Path bomb = folder.resolve("bomb.tar.gz");
            try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
                out.write(header("bag/data/large", 20L << 20, '0'));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 20; i++) {
                    out.write(zeros);
                }
            }

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BagSource(bomb, 10 << 20).each((path, content) -> true))
                    .withMessageContaining("unpacks to more than");
        }

        @Test
        void a_file_that_is_there_twice_or_in_another_folder_is_refused() throws IOException {
            for (String second : new String[] {"bag/bagit.txt", "other/bag-info.txt", "bag-info.txt"}) {
                Path file = folder.resolve("twice.tar.gz");
                try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(header("bag/bagit.txt", 0, '0'));
                    out.write(header(second, 0, '0'));
                    out.write(new byte[1_024]);
                }

                assertThatIllegalArgumentException().isThrownBy(() -> new EvidenceBag(file).checkpoint());
            }
        }
    }

    private static Map<String, byte[]> read(byte[] tar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        var reader = new TarReader(new ByteArrayInputStream(tar));
        for (var file = reader.next(); file != null; file = reader.next()) {
            files.put(file.path(), file.content().readAllBytes());
        }
        return files;
    }

    private static byte[] written(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarWriter(out, 0)) {
            for (var file : files.entrySet()) {
                InputStream content = new ByteArrayInputStream(file.getValue());
                tar.file(file.getKey(), file.getValue().length, content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] extended(String record) {
        String rest = " " + record + "\n";
        int length = rest.length() + 2;
        byte[] bytes = (length + rest).getBytes(US_ASCII);
        return join(header("pax", bytes.length, 'x'), padded(bytes));
    }

    /** A header as old programs write it. */
    private static byte[] header(String path, long size, char type) {
        byte[] header = new byte[512];
        byte[] name = path.getBytes(US_ASCII);
        System.arraycopy(name, 0, header, 0, name.length);
        System.arraycopy(String.format("%011o", size).getBytes(US_ASCII), 0, header, 124, 11);
        header[156] = (byte) type;
        Arrays.fill(header, 148, 156, (byte) ' ');
        System.arraycopy(String.format("%06o\0", TarWriter.sum(header)).getBytes(US_ASCII), 0, header, 148, 7);
        return header;
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
