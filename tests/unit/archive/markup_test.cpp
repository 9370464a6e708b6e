#include "core/archive/markup.h"

#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

std::string reuters(const std::string& text) {
  return "<REUTERS TOPICS=\"YES\" NEWID=\"7\">\n<DATE>26-FEB-1987 "
         "15:01:01.79</DATE>\n<TOPICS><D>rain</D><D>snow</D></TOPICS>\n" +
         text + "\n</REUTERS>\n";
}

std::string page(const std::string& space, const std::string& wiki) {
  return "<page>\n<title>Rain &amp; snow</title>\n<ns>" + space + "</ns>\n<id>5</id>\n<text>" + wiki +
         "</text>\n</page>\n";
}

}  // namespace

TEST_CASE("reuters: elements give the fields, and entities are decoded") {
  const std::string text = reuters(
      "<TEXT>&#2;\n<TITLE>RAIN &lt;EX&gt;</TITLE>\n<AUTHOR>    By Ada Writer, Reuters</AUTHOR>\n"
      "<DATELINE>    BAKU, Feb 26 - </DATELINE><BODY>It rained\nall day.\n    It stopped.\n "
      "Reuter\n&#3;</BODY></TEXT>");
  CHECK(split(text + text) == "reuters21578 7|reuters21578 7|");
  CHECK(read(text, Field::kHeadline) == "RAIN <EX>|");
  CHECK(read(text, Field::kAuthor) == "Ada Writer|");
  CHECK(read(text, Field::kDatePublished) == "1987-02-26T15:01|");
  CHECK(read(text, Field::kKeywords) == "rain|snow|");
  CHECK(read(text, Field::kArticleBody) == "It rained all day.|It stopped.|");
}

TEST_CASE("reuters: text without elements begins with its headline") {
  const std::string text = reuters("<TEXT TYPE=\"UNPROC\">&#2;\nRAIN ENDS\nDROUGHT\n    It rained.\n&#3;\n</TEXT>");
  CHECK(read(text, Field::kHeadline) == "RAIN ENDS DROUGHT|");
  CHECK(read(text, Field::kArticleBody) == "It rained.|");
}

TEST_CASE("wikinews: pages of the main space that are no redirects are articles") {
  const std::string article = page(
      "0", "{{date|November 7, 2019}}\n\n{{w|Baku|The city}} is [[wet|rainy]].\n\n== Sources ==\n*{{source|title=x}}");
  const std::string redirect =
      "<page><title>Old</title><ns>0</ns><id>6</id><redirect title=\"x\" /><text>#REDIRECT [[x]]</text></page>\n";
  const std::string dump = "<mediawiki>\n" + page("1", "Talk") + redirect + article + article + "</mediawiki>";
  CHECK(split(dump) == "wikinews 5|wikinews 5|");
  CHECK(read(article, Field::kHeadline) == "Rain & snow|");
  CHECK(read(article, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(article, Field::kArticleBody) == "The city is rainy.|");
}

TEST_CASE("wikinews: where no template gives the date, the dateline does") {
  CHECK(read(page("0",
                  "'''Baku (Aserbaidschan), 07.11.2019''' \u2013 Es regnet in der Stadt, und das seit Tagen.\n\n== "
                  "Quellen ==\n"),
             Field::kDatePublished) == "2019-11-07|");
}

TEST_CASE("wiki text: templates, references and files are left out, links show their text") {
  std::pmr::monotonic_buffer_resource arena;
  CHECK(decode_wiki("A{{x|{{y}}}} [[b|c]] [[d]] <ref>no</ref>''e''[[File:f.jpg|thumb|g [[h]]]]", &arena) == "A c d e");
  CHECK(decode_wiki("{{w|a|b=c|d}} {{lang|fr|mot}}", &arena) == "d mot");
}

TEST_CASE("wet: records of pages are articles, and WARC-Date is when they were captured") {
  const std::string body = "Rain ends drought\n3 hours ago\nIt rained.\n";
  const auto record = [&](const std::string& kind) {
    return "WARC/1.0\r\nWARC-Type: " + kind +
           "\r\nWARC-Target-URI: https://example.org/\r\nWARC-Date: 2019-11-07T12:00:00Z\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
  };
  CHECK(split(record("warcinfo") + record("conversion") + record("conversion")) ==
        "wet https://example.org/|wet https://example.org/|");
  CHECK(read(record("conversion"), Field::kDatePublishedUtc) == "2019-11-07T09:00:00Z|");
}

TEST_CASE("wet: where line ends were changed, the next record ends the one before") {
  const std::string record =
      "WARC/1.0\nWARC-Type: conversion\nWARC-Target-URI: https://example.org/\nContent-Length: 9999\n\nIt rained.\n\n";
  CHECK(split(record + record) == "wet https://example.org/|wet https://example.org/|");
}

TEST_CASE("wikinews: an extract holds documents with a title") {
  const std::string document =
      "<doc id=\"5\" url=\"x\" title=\"Rain &amp;amp; snow\">\nRain &amp;amp; snow\n\nNovember 7, 2019\n\nIt rained in "
      "Baku all day.\n\nRelated news.\n\nNo body.\n</doc>\n";
  CHECK(split(document + document) == "wikinews 5|wikinews 5|");
  CHECK(read(document, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(document, Field::kArticleBody) == "It rained in Baku all day.|");
  CHECK(split("<doc id=\"5\">\nNo title.\n</doc>\n") == "plain |");
}

TEST_CASE("wikinews: the wiki text of one article, with the date in a byline or a date template") {
  const std::string rest = "\n\n[[Baku]] is wet.\n__NOTOC__\n:So it is.\n\n== Sources ==\n* x\n";
  CHECK(split("{{byline|date=November 7, 2019|location=Baku}}" + rest) == "wikinews |");
  CHECK(read("{{byline|date=November 7, 2019|location=Baku}}" + rest, Field::kDatePublished) == "2019-11-07|");
  CHECK(read("{{Datum|7. November 2019}}" + rest, Field::kDatePublished) == "2019-11-07|");
  CHECK(read("{{date|November 7, 2019}}" + rest, Field::kArticleBody) == "Baku is wet.|So it is.|");
  CHECK(split("{{date|November 7, 2019}} without links\n") == "plain |");
}

TEST_CASE("wikinews: a page that is never closed goes to the end") {
  const std::string open =
      "<page><title>Rain</title><ns>0</ns><id>7</id><text>{{date|November 7, 2019}}\n\nIt rained.\n";
  CHECK(split(open) == "wikinews 7|");
  CHECK(read(open, Field::kArticleBody) == "It rained.|");
}
