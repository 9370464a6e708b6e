<?php
// PHP's SQLite3 class (PDO cannot load extensions before PHP 8.4). sqlite3.extension_dir must be set in php.ini or on the command line:
//   php -d sqlite3.extension_dir=/folder/of/the/extension client.php article.so page.txt
$db = new SQLite3(':memory:');
$db->enableExceptions(true);
$db->loadExtension($argv[1]);
$query = $db->prepare('SELECT sqlite_version() AS sqlite, article_version() AS article,
    (SELECT headline FROM parse_article(:text)) AS headline, (SELECT count(*) FROM article_lines(:text)) AS lines');
$query->bindValue(':text', file_get_contents($argv[2]), SQLITE3_TEXT);
foreach ($query->execute()->fetchArray(SQLITE3_ASSOC) as $name => $value) {
    echo "$name=$value\n";
}
