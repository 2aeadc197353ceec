package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownProgramsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '^', textBlock = """
            until nc -z db 5432; do sleep 2; done            @ [db:5432]
            nc -z -w 1 db 5432                               @ [db:5432]
            sh -c while ! nc -zv "db.shop" '5432'; do :      @ [db.shop:5432]
            /usr/bin/nc db 1 && nc cache 2                   @ [db:1, cache:2]
            pg_isready -h db -p 5433 -U me                   @ [postgresql db:5433]
            pg_isready --host=db                             @ [postgresql db]
            mysqladmin ping -h db -P 3307                    @ [mysql db:3307]
            redis-cli -h cache ping                          @ [redis cache]
            mongosh --host db --port 1                       @ [mongodb db:1]
            telnet db 25                                     @ [db:25]
            echo nc                                          @ []
            nc -l 8080                                       @ []
            sync db 5432                                     @ []
            """)
    void readsHostAndPortOfProgramsThatTakeThem(String commands, String expected) {
        assertThat(KnownPrograms.addresses(commands).stream()
                        .map(address -> (address.scheme() + " " + address).strip())
                        .toList())
                .hasToString(expected);
    }
}
