# DBD::SQLite: perl client.pl ./article page.txt
use strict;
use warnings;
use DBI;

my ($extension, $file) = @ARGV;
my $dbh = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', {RaiseError => 1, sqlite_unicode => 0});
$dbh->sqlite_enable_load_extension(1);
$dbh->do('SELECT load_extension(?)', undef, $extension);
open my $in, '<:raw', $file or die "$file: $!";
my $text = do { local $/; <$in> };
my @row = $dbh->selectrow_array(
  'SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)), (SELECT count(*) FROM article_lines(?1))',
  undef, $text);
print join("\n", map { (qw(sqlite article headline lines))[$_] . "=$row[$_]" } 0 .. 3), "\n";
