# sqlite3 gem: ruby client.rb ./article page.txt
require "sqlite3"

extension, file = ARGV
db = SQLite3::Database.new(":memory:")
db.enable_load_extension(true)
db.load_extension(extension)
row = db.get_first_row("SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)),
  (SELECT count(*) FROM article_lines(?1))", [File.read(file, encoding: "UTF-8")])
%w[sqlite article headline lines].zip(row) { |name, value| puts "#{name}=#{value}" }
