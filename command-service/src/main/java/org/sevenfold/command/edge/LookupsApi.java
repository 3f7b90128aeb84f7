package org.sevenfold.command.edge;

import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLException;
import org.sevenfold.platform.journal.LookupCheck;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the values that rules lean on are what the log gives. Sevenfold itself asks, as a part of checking the record. */
@Hidden
@RestController
class LookupsApi {

    private final LookupCheck check;

    LookupsApi(LookupCheck check) {
        this.check = check;
    }

    @PostMapping("/api/v1/lookups/verify")
    LookupCheck.Result verify() throws SQLException {
        return check.check();
    }
}
