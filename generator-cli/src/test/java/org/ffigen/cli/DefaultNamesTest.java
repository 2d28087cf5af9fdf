package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.ffigen.GenerationRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultNamesTest {

    @ParameterizedTest
    @CsvSource({
            "zlib.h,                  zlib,      ZlibLibrary",
            "/usr/include/geometry.h, geometry,  GeometryLibrary",
            "curl/curl.h,             curl,      CurlLibrary",
            "clang-c/Index.h,         index,     IndexLibrary",
            "C:\\inc\\Foo-Bar.hpp,    foo_bar,   FooBarLibrary",
            "foo_bar.h,               foo_bar,   FooBarLibrary",
            "switch.h,                switch_,   SwitchLibrary",
            "3d.h,                    _3d,       _3dLibrary",
            "_.h,                     __,        Library",
            ".hidden.h,               _hidden,   HiddenLibrary",
            "zlib.ffigen.json,        zlib,      ZlibLibrary",
            "libfoo-1.2.h,            libfoo_1,  Libfoo1Library",
    })
    void names_come_from_the_headers_name(String header, String packageName, String className) {
        String stem = GenerationRequest.stem(header);

        assertThat(DefaultNames.packageName(stem)).isEqualTo(packageName).satisfies(DefaultNamesTest::isLegal);
        assertThat(DefaultNames.className(stem)).isEqualTo(className).satisfies(DefaultNamesTest::isLegal);
    }

    private static void isLegal(String name) {
        assertThat(SourceVersion.isName(name)).isTrue();
    }
}
