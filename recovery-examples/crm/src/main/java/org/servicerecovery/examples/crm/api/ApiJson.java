package org.servicerecovery.examples.crm.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/** How JSON is read and written here: nothing that is sent is ignored or bent, and what does not apply is left out. */
@Configuration(proxyBeanMethods = false)
class ApiJson {
    private static final List<CoercionInputShape> NO_TEXTS = List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
        CoercionInputShape.Boolean);

    @Bean
    JsonMapperBuilderCustomizer strict() {
        return mapper -> mapper
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(LogicalType.Textual, texts -> NO_TEXTS.forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
