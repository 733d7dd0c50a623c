package silkline.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesIdTest {
    @Test
    void theReadableIdHasTheDimensionsInTheirFixedOrder() {
        SeriesId id = new SeriesId(
                "goods_trade", "A", "KAZ", "X", "TJK", "HS:2709", "USD", "FOB", "V", "N", "customs", "imf-dots");
        assertThat(id).hasToString("goods_trade.A.KAZ.X.TJK.HS:2709.USD.FOB.V.N.customs.imf-dots");
    }
}
