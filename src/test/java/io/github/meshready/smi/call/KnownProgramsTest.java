package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownProgramsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '^', textBlock = """
            nc -z db 5432                                    @ [db:5432]
            nc -z -w 1 db 5432                               @ [db:5432]
            /usr/bin/nc db 1                                 @ [db:1]
            nc -l 8080                                       @ []
            sync db 5432                                     @ []
            telnet db 25                                     @ [db:25]
            pg_isready -h db -p 5433 -U me                   @ [postgresql://db:5433]
            pg_isready --host=db                             @ [postgresql://db]
            psql -U me -c x                                  @ []
            mysqladmin ping -h db -P 3307                    @ [mysql://db:3307]
            mysql -hdb -p3 -P 3307                           @ [mysql://db:3307]
            redis-cli -h cache ping                          @ [redis://cache]
            redis-server --replicaof cache 6380              @ [cache:6380]
            replicaof cache 6380                             @ [cache:6380]
            sentinel monitor m cache 6380 2                  @ [cache:6380]
            mongosh --host db --port 1                       @ [mongodb://db:1]
            cqlsh db 9043 -e x                               @ [cassandra://db:9043]
            cqlsh db                                         @ [cassandra://db]
            cqlsh -e x                                       @ []
            /app/wait-for-it.sh -h db -p 5432 -t 20          @ [db:5432]
            curl db/x                                        @ [http://db]
            curl -s -o out -X POST db:8080/x?y=1             @ [http://db:8080]
            curl --output out db                             @ [http://db]
            curl -sf http://db/x                             @ []
            curl -H api db                                   @ [http://db]
            timeout 5 wget -qO- db:8080/health               @ [http://db:8080]
            wget -O out db/x                                 @ [http://db]
            apk add curl jq                                  @ []
            """)
    void readsHostAndPortOfProgramsThatTakeThem(String commands, String expected) {
        assertThat(new KnownPrograms(List.of(commands.split(" "))).addresses()).hasToString(expected);
    }
}
