package org.holdfast.requests.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
class VisitPageTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Test
    void amaraIsAskedForNothingThatNamesHer() throws Exception {
        var answer = open("/p/" + cast.world().slug());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("Hard shift?", "tel:988", "data-leave", "<title>Home</title>");
    }

    @Test
    void everyControlOfTheFormsIsKeptOutOfCompletion() throws Exception {
        String page = open("/p/" + cast.world().slug()).body();

        assertThat(Pattern.compile("<(?:input|textarea|select)\\b[^>]*>")
                        .matcher(page)
                        .results())
                .hasSizeGreaterThan(20)
                .allSatisfy(control -> assertThat(control.group()).contains("autocomplete=\"off\""));
    }

    @Test
    void nothingIsFetchedFromAnybodyElse() throws Exception {
        String page = open("/p/" + cast.world().slug()).body();

        assertThat(ADDRESS.matcher(page).results().map(found -> found.group(1)))
                .filteredOn(address -> address.contains("//"))
                .containsOnly("https://www.weather.gov/"); // where leaving leads
    }

    @Test
    void spanishIsTheSamePageInSpanish() throws Exception {
        String page = open("/p/" + cast.world().slug() + "?lang=es").body();

        assertThat(page).contains("<html lang=\"es\"", "¿Un turno duro?", "Enfermera o enfermero");
        assertThat(page).doesNotContain("Hard shift?");
    }

    @Test
    void theProgramsOwnTextStandsThereOnceSomebodyConfirmedIt() throws Exception {
        var world = cast.world();
        String path = "/p/" + world.slug();
        world.sql(
                "insert into programs.text values (:program, 'LAW', 'en', 1, :body, null, null)",
                Map.of("body", "The law *may* protect this. <b>Bold</b>"));
        assertThat(open(path).body()).doesNotContain("may</em> protect");

        world.sql("update programs.text set confirmed_by = 'D', confirmed_on = current_date", Map.of());
        assertThat(open(path).body()).contains("<em>may</em> protect", "&lt;b&gt;Bold");
    }

    @Test
    void namesOfSupportersAreShownOnlyWherePolicyPublishesThem() throws Exception {
        assertThat(open("/p/" + cast.world().slug()).body()).doesNotContain("Ben");
    }

    @Test
    void theDocumentLeavesRoomForTheRestOfItsBudget() throws Exception {
        byte[] page = open("/p/" + cast.world().slug() + "?lang=es").body().getBytes(StandardCharsets.UTF_8);

        // 40 KB for the whole page; the build keeps styles, script and icon under 20.
        assertThat(compressed(page)).isLessThan(20 * 1024);
    }

    @Test
    void aProgramThatIsNotThereIsNotThere() throws Exception {
        assertThat(open("/p/no-such-place").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en-US")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }
}
