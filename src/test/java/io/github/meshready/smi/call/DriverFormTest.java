package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            u:p@tcp(mysql:3306)/db                         ! [mysql:3306]
            u:p@unix(/tmp/x)/db                            ! []
            jdbc:oracle:thin:@//ora:1521/XE                ! [ora:1521]
            jdbc:oracle:thin:@ora:1521:XE                  ! [ora:1521]
            jdbc:oracle:thin:u/p@ora:1521/XE               ! [ora:1521]
            host=pg user=u dbname=d                        ! [postgresql pg]
            host=pg,pg2 port=5433 dbname=d                 ! [postgresql pg:5433, postgresql pg2:5433]
            host=pg                                        ! []
            user=u password=p                              ! []
            Server=sql,1433;Database=x;User Id=u           ! [sql:1433]
            Data Source=tcp:sql,1433;Initial Catalog=x     ! [sql:1433]
            Host=pg;Port=5432;Database=x                   ! [pg:5432]
            a plain text = nothing                         ! []
            """)
    void readsWhatDriversTake(String text, String expected) {
        assertThat(new DriverForm()
                        .addresses(text).stream()
                                .map(address -> (address.scheme() + " " + address).strip())
                                .toList())
                .hasToString(expected);
    }
}
