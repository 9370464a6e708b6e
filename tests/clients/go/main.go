// mattn/go-sqlite3: go run . ./article page.txt
package main

import (
	"database/sql"
	"fmt"
	"log"
	"os"

	"github.com/mattn/go-sqlite3"
)

func main() {
	sql.Register("sqlite3_article", &sqlite3.SQLiteDriver{Extensions: []string{os.Args[1]}})
	db, err := sql.Open("sqlite3_article", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	text, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	var sqlite, article, headline string
	var lines int
	err = db.QueryRow(`SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)),
		(SELECT count(*) FROM article_lines(?1))`, string(text)).Scan(&sqlite, &article, &headline, &lines)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("sqlite=%s\narticle=%s\nheadline=%s\nlines=%d\n", sqlite, article, headline, lines)
}
