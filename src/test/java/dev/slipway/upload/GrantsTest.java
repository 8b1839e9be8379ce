package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.target.TargetProblem;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantsTest {

    @Test
    void buildsHaveToKnowWhereSlipwayIs() {
        var id = UUID.fromString("4105b37a-947e-4aca-90d8-cec7c04c6f38");

        assertThat(Grants.address(Optional.of(URI.create("https://slipway.example.com/console/")), id))
                .hasToString("https://slipway.example.com/console/uploads/" + id);
        assertThatThrownBy(() -> Grants.address(Optional.empty(), id))
                .isInstanceOf(TargetProblem.class)
                .hasMessageContaining("slipway.upload.address");
        assertThatThrownBy(() -> Grants.address(Optional.of(URI.create("slipway.example.com:80")), id))
                .isInstanceOf(TargetProblem.class);
    }
}
