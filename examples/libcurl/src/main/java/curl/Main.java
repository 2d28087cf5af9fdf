package curl;

import static curl.generated.CurlLibrary.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import curl.generated.Curl;
import curl.generated.Info;
import curl.generated.Option;
import curl.generated.WriteCallback;

/** Fetches pages of a server of its own with libcurl. */
public final class Main {
    private Main() {
    }

    /** What a server answered. */
    record Response(long status, String body) {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hello", exchange -> {
            byte[] body = "Hello from the server\n".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            Response hello = get(base + "/hello");
            System.out.print(hello.status() + ": " + hello.body());
            System.out.println(get(base + "/nothing").status());
        } finally {
            server.stop(0);
        }
        try {
            get(base + "/hello");
        } catch (CurlException e) {
            System.out.println(e.getMessage());
        }
    }

    static Response get(String url) {
        try (Curl curl = easyInit(); Arena arena = Arena.ofConfined()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            setoptText(curl, Option.Known.URL, url);
            setoptText(curl, Option.Known.PROXY, "");
            setoptLong(curl, Option.Known.FOLLOWLOCATION, 1);
            setoptWriter(curl, Option.Known.WRITEFUNCTION, WriteCallback.of((bytes, size, count, user) -> {
                body.writeBytes(bytes.toArray(size * count));
                return size * count;
            }, arena));
            easyPerform(curl);
            return new Response(getinfoLong(curl, Info.Known.RESPONSE_CODE), body.toString(UTF_8));
        }
    }
}
