package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            es:9200                                           ! [es:9200]
            a:1000, b:2000;c:3000/x                           ! [a:1000, b:2000, c:3000]
            hosts => ["es:9200", 'es2:9200']                  ! [es:9200, es2:9200]
            ["kafka:9092"]                                    ! [kafka:9092]
            <destination>logstash:5000</destination>          ! [logstash:5000]
            network=tcp,addr=redis:6379,db=0                  ! [redis:6379]
            dial(`api:8080`)                                  ! [api:8080]
            {to: [a:80]}                                      ! [a:80]
            1@kafka-0.kafka:9093,2@kafka-1.kafka:9093         ! [kafka-0.kafka:9093, kafka-1.kafka:9093]
            server.1=zk-0.zk:2888:3888;2181                   ! [zk-0.zk:2888, zk-0.zk:3888]
            zk:2888:3888:participant                          ! [zk:2888, zk:3888]
            db:5432/x?sslmode=disable                         ! [db:5432]
            user:pass@db:5432/x                               ! [db:5432]
            TCP:api:8080                                      ! [tcp api:8080]
            tcp4-connect:api:8080,fork                        ! [tcp api:8080]
            cache:11211:1                                     ! [cache:11211]
            TCP-LISTEN:80,fork                                ! [tcp-listen:80]
            http://a:1/x?y=b:2                                ! []
            a:80,http://b:81                                  ! [a:80]
            user:word:5432                                    ! []
            password=word:5432                                ! []
            fd00:10:96:0:1:2:3:4                              ! []
            de:ad:12:34:56:78                                 ! []
            ${HOST}db:80                                      ! []
            10:30                                             ! []
            { port: 8080, image: redis:latest }               ! []
            """)
    void readsHostAndPortInWhateverStandsAround(String text, String expected) {
        assertThat(new HostPortForm()
                        .addresses(text).stream()
                                .map(address -> (address.scheme() + " " + address).strip())
                                .toList())
                .hasToString(expected);
    }
}
