#include "pathological/generators.h"

#include <string_view>

#include "support/random_text.h"

namespace article::test {

namespace {

std::string repeat(std::string_view piece, size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) {
    out.append(piece);
  }
  out.resize(bytes);  // exactly, so that sizes double
  return out;
}

std::string after(std::string_view begin, std::string_view piece, size_t bytes) {
  return std::string(begin) + repeat(piece, bytes);
}

std::string nested(std::string_view open, std::string_view close, size_t bytes) {
  const size_t half = bytes / 2;
  return "He said: " + repeat(open, half) + "word" + repeat(close, half);
}

// Each phrase of the data without its last character, and with one too many: what a table look-up follows furthest in
// vain.
std::string near_misses(size_t bytes) {
  const auto& phrases = data_phrases();
  std::string out;
  for (size_t i = 0; out.size() < bytes; i = (i + 7919) % phrases.size()) {
    const std::string& phrase = phrases[i];
    out.append(phrase, 0, phrase.size() - 1).append(i % 2 == 0 ? " " : "x ");
    out.append(i % 12 == 0 ? "\n" : "");
  }
  return out;
}

// First words of phrases of many words, over and over: each starts a match that fails late.
std::string phrase_starts(size_t bytes) {
  std::string out;
  for (size_t i = 0; out.size() < bytes; i = (i + 104729) % data_phrases().size()) {
    const std::string& phrase = data_phrases()[i];
    const size_t last_blank = phrase.rfind(' ');
    if (last_blank != std::string::npos && last_blank > 0) {
      out.append(phrase, 0, last_blank).append(" ");
    } else {
      out.append(phrase).append(" ");
    }
  }
  return out;
}

std::string numbered(std::string_view before, std::string_view behind, size_t bytes) {
  std::string out;
  for (size_t i = 0; out.size() < bytes; ++i) {
    out.append(before).append(std::to_string(i % 31 + 1)).append(behind);
  }
  return out;
}

constexpr std::string_view kStory =
    "The ferry line between Brenford and Ostrava Bay opened on Thursday after nine years of repairs, officials said.\n";

}  // namespace

const Generator kGenerators[] = {
    {"news", [](size_t n) { return repeat(sample_page(), n); }},
    {"one long word", [](size_t n) { return repeat("x", n); }},
    {"one line of words", [](size_t n) { return repeat("word after word ", n); }},
    {"blank lines", [](size_t n) { return repeat("\n", n); }},
    {"mixed line ends", [](size_t n) { return repeat("\r\n\r\n\n\r\xE2\x80\xA8\xC2\x85\v\f\xE2\x80\xA9", n); }},
    {"lines of one letter", [](size_t n) { return repeat("a\n", n); }},
    {"BOMs", [](size_t n) { return repeat("\xEF\xBB\xBF", n); }},
    {"NULs", [](size_t n) { return std::string(n, '\0'); }},
    {"continuation bytes", [](size_t n) { return repeat("\x80", n); }},
    {"cut lead bytes", [](size_t n) { return repeat("\xF0\x9F\x98 \xE2\x80 \xC3 ", n); }},
    {"overlong forms", [](size_t n) { return repeat("\xC0\xAF\xE0\x80\xAF\xF0\x80\x80\xAF", n); }},
    {"surrogates", [](size_t n) { return repeat("\xED\xA0\x80\xED\xB0\x80", n); }},
    {"above U+10FFFF", [](size_t n) { return repeat("\xF4\x90\x80\x80\xFF\xFE", n); }},
    {"combining marks", [](size_t n) { return after("a", "\xCC\x81", n); }},
    {"bidi controls", [](size_t n) { return repeat("\xE2\x80\xAE\xE2\x80\x8F\xE2\x81\xA6", n); }},
    {"open quotes", [](size_t n) { return repeat("\xE2\x80\x9C", n); }},
    {"straight quotes", [](size_t n) { return repeat("\"", n); }},
    {"open quotes between words", [](size_t n) { return repeat("he said \xE2\x80\x9Cno ", n); }},
    {"quoted sentences", [](size_t n) { return repeat("\"We won,\" Mayor Dana Orr said on Thursday. ", n); }},
    {"nested quotes", [](size_t n) { return nested("\xE2\x80\x9C\xE2\x80\x98", "\xE2\x80\x99\xE2\x80\x9D", n); }},
    {"nested guillemets", [](size_t n) { return nested("\xC2\xAB", "\xC2\xBB", n); }},
    {"open brackets", [](size_t n) { return repeat("(", n); }},
    {"nested brackets", [](size_t n) { return nested("([{", "}])", n); }},
    {"brackets between words", [](size_t n) { return repeat("word (word [word ", n); }},
    {"digits", [](size_t n) { return repeat("9", n); }},
    {"grouped digits", [](size_t n) { return repeat("1,234.567 ", n); }},
    {"dates", [](size_t n) { return numbered("on ", " November 2019, ", n); }},
    {"half dates", [](size_t n) { return numbered("", " November ", n); }},
    {"numeric dates", [](size_t n) { return numbered("1/", "/2019-", n); }},
    {"digit groups", [](size_t n) { return repeat("1-2-3-4:5:6.", n); }},
    {"clocks", [](size_t n) { return numbered("12:31:", " ", n); }},
    {"date words", [](size_t n) { return repeat("next last Monday week ago from to until between ", n); }},
    {"number words", [](size_t n) { return repeat("twenty one hundred million and three quarters of a ", n); }},
    {"unit chains", [](size_t n) { return repeat("3 days 2 hours 1 minute and ", n); }},
    {"month names", [](size_t n) { return repeat("January February March April May ", n); }},
    {"dashes", [](size_t n) { return repeat("-", n); }},
    {"em dashes", [](size_t n) { return repeat("\xE2\x80\x94", n); }},
    {"full stops", [](size_t n) { return repeat(".", n); }},
    {"initials", [](size_t n) { return repeat("A. B. ", n); }},
    {"abbreviations", [](size_t n) { return repeat("Mr. Dr. St. No. e.g. ", n); }},
    {"colons", [](size_t n) { return repeat("a: ", n); }},
    {"bylines", [](size_t n) { return repeat("By Mara Ilvent, Otto Brask, Jana Torvik and Ines Valdor\n", n); }},
    {"one byline", [](size_t n) { return after("By ", "Mara Ilvent, Otto Brask and ", n); }},
    {"datelines", [](size_t n) { return repeat("BRENFORD, Norland, Nov. 7 (Korva) - ", n); }},
    {"list headings", [](size_t n) { return repeat("Related news\n", n); }},
    {"list items",
     [](size_t n) { return after("Related news\n", "Bridge tolls rise again\nEconomy 6 November 22:15\n", n); }},
    {"times of a list", [](size_t n) { return after("Latest\n", "12:31\nCouncil votes on trains\n", n); }},
    {"identical lines", [](size_t n) { return repeat(kStory, n); }},
    {"menu", [](size_t n) { return repeat("Home\nPolitics\nEconomy\nSport\nWeather\nAbout us\n", n); }},
    {"near misses", near_misses},
    {"phrase starts", phrase_starts},
    {"capitals", [](size_t n) { return repeat("BRENFORD COURIER OF NORLAND ", n); }},
    {"capitalised names", [](size_t n) { return repeat("Mara Ilvent of Brenford Council ", n); }},
    {"no blanks", [](size_t n) { return repeat("\xE5\x8C\x97\xE4\xBA\xAC\xE6\x96\xB0\xE9\x97\xBB", n); }},
    {"Thai", [](size_t n) { return repeat("\xE0\xB8\x82\xE0\xB9\x88\xE0\xB8\xB2\xE0\xB8\xA7", n); }},
    {"other planes", [](size_t n) { return repeat("\xF0\x9D\x90\x80\xF0\x9F\x98\x80", n); }},
    {"comments never closed", [](size_t n) { return repeat("<!--", n); }},
    {"tags", [](size_t n) { return repeat("<p><a href=\"x\">", n); }},
    {"addresses", [](size_t n) { return repeat("https://example.org/a?b=c ", n); }},
    {"at signs", [](size_t n) { return repeat("a@b.", n); }},
    {"keywords", [](size_t n) { return after("Tags: ", "rivers, trade; ", n); }},
    {"copyright lines", [](size_t n) { return repeat("\xC2\xA9 2019 Example Post. All rights reserved.\n", n); }},
    {"mail headers",
     [](size_t n) { return repeat("From - Thu Nov  7 11:55:00 2019\nFrom: a@example.org\nSubject: x\n\n", n); }},
    {"archive headers",
     [](size_t n) { return repeat("Copyright 2019 Example Post\nLENGTH: 12 words\nHEADLINE: x\n\n", n); }},
    {"crawl records",
     [](size_t n) { return repeat("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n", n); }},
    {"form feeds", [](size_t n) { return repeat("Title\nA line.\n\f", n); }},
};
const size_t kGeneratorCount = sizeof(kGenerators) / sizeof(kGenerators[0]);

}  // namespace article::test
