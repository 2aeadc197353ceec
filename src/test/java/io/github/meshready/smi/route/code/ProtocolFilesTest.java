package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The services in {@code .proto} files and in sets of descriptors. */
class ProtocolFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            `package a.b; service S { rpc X (In) returns (Out); rpc Y(stream In) returns (stream Out) { option x = 1; } }` ; a.b.S/X | a.b.S/Y
            `service S{rpc X(In)returns(Out);}service T{}`                                    ; S/X
            `// service A { rpc X (I) returns (O); }\n service S { /* rpc N (I) returns (O); */ rpc X (I) returns (O); }` ; S/X
            `option a = "service S { rpc N (I)"; service S { option b = 'rpc \\' M (I)'; rpc X (I) returns (O); }` ; S/X
            `message service { string rpc = 1; } message M { message service { } }`           ;
            `service S { rpc X (I) returns (O) { option (google.api.http) = { get: "/v1/{name}" body: "rpc (" }; } rpc Z (I) returns (O); }` ; S/X | S/Z
            `service S { rpc`                                                                 ;
            `"`                                                                               ;
            """)
    void areReadFromText(String text, String expected) {
        List<GrpcService> services =
                ProtoText.services(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(lines(services)).isEqualTo(Lines.cell(expected));
    }

    @Test
    void areReadFromDescriptors() throws IOException {
        byte[] method = field(1, "Find".getBytes(StandardCharsets.UTF_8));
        byte[] other = field(1, "Drop".getBytes(StandardCharsets.UTF_8));
        byte[] service = joined(field(1, "Books".getBytes(StandardCharsets.UTF_8)), field(2, method), field(2, other));
        byte[] numbers = {8, (byte) 0x96, 1, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1D, 1, 2, 3, 4};
        byte[] first = joined(
                field(1, "books.proto".getBytes(StandardCharsets.UTF_8)),
                numbers,
                field(2, "a.b".getBytes(StandardCharsets.UTF_8)),
                field(6, service));
        byte[] second = field(6, joined(field(1, "Bare".getBytes(StandardCharsets.UTF_8)), field(2, method)));

        assertThat(lines(DescriptorSet.services(joined(field(1, first), field(1, second)))))
                .containsExactly("Bare/Find", "a.b.Books/Drop", "a.b.Books/Find");
    }

    @ParameterizedTest
    @CsvSource({"0A05", "0AFFFFFFFFFFFFFFFFFF01", "0B", "80", "0A8080808080808080808080"})
    void thatAreNoneAreRefused(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> DescriptorSet.services(bytes));
    }

    /** Nothing but the exception that says so, whatever the bytes. */
    @Test
    void ofRandomBytesAreReadOrRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            ProtoText.services(bytes);
            try {
                assertThat(DescriptorSet.services(bytes)).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static List<String> lines(List<GrpcService> services) {
        return services.stream()
                .flatMap(service -> service.methods().stream().map(method -> service.name() + "/" + method))
                .sorted()
                .toList();
    }

    private static byte[] field(int number, byte[] value) {
        return joined(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
