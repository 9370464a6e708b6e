//! rusqlite with the features "bundled" and "load_extension": cargo run -- ./article page.txt
use rusqlite::{Connection, LoadExtensionGuard};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[2])?;
    let connection = Connection::open_in_memory()?;
    {
        // Safe as long as the file is the one that you installed: a library runs as part of the process.
        let _guard = unsafe { LoadExtensionGuard::new(&connection)? };
        unsafe { connection.load_extension(&arguments[1], None::<&str>)? };
    }
    let sql = "SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)),
               (SELECT count(*) FROM article_lines(?1))";
    let (sqlite, article, headline, lines): (String, String, String, i64) =
        connection.query_row(sql, [&text], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    println!("sqlite={sqlite}\narticle={article}\nheadline={headline}\nlines={lines}");
    Ok(())
}
