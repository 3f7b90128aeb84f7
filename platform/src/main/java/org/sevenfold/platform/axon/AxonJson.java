package org.sevenfold.platform.axon;

import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Lets Axon's serializer read back what it wrote: its own tokens, wrapped ones too, and the decimals of an answer digit by
 * digit, so that an answer is the same whether or not it crossed a bus. At most one such bean is honoured.
 */
public final class AxonJson {

    private AxonJson() {}

    public static Jackson3SerializerCustomizer whole() {
        var axonsOwn = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.lang.")
                .allowIfSubType("java.util.")
                .build();
        return mapper ->
                mapper.polymorphicTypeValidator(axonsOwn).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
