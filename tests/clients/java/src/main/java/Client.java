import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.sqlite.SQLiteConfig;

/** sqlite-jdbc: java -cp sqlite-jdbc.jar:slf4j-api.jar:. Client ./article page.txt */
public class Client {
  public static void main(String[] args) throws Exception {
    SQLiteConfig config = new SQLiteConfig();
    config.enableLoadExtension(true);
    try (Connection connection = config.createConnection("jdbc:sqlite::memory:")) {
      try (PreparedStatement load = connection.prepareStatement("SELECT load_extension(?)")) {
        load.setString(1, args[0]);
        load.execute();
      }
      try (PreparedStatement query = connection.prepareStatement(
          "SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)),"
              + " (SELECT count(*) FROM article_lines(?1))")) {
        query.setString(1, Files.readString(Path.of(args[1])));
        ResultSet row = query.executeQuery();
        row.next();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("sqlite=%s%narticle=%s%nheadline=%s%nlines=%s%n", row.getString(1), row.getString(2), row.getString(3), row.getString(4));
      }
    }
  }
}
