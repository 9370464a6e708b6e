// Markup by itself: entities, tags, elements, attributes and wiki text, whole and broken.
#include <catch2/catch.hpp>
#include <string>

#include "core/archive/markup.h"

using namespace article;

namespace {

std::pmr::monotonic_buffer_resource arena;

struct Shown {
  const char* bytes;
  const char* text;
};

}  // namespace

TEST_CASE("markup: entities by name and number -- what is none stays as it is") {
  const Shown rows[] = {
      {"a &amp; b", "a & b"},
      {"&#8212;&#x2014;&#X2014;&#x2f;", "\u2014\u2014\u2014/"},
      {"&euml;", "&euml;"},
      {"&;", "&;"},
      {"&#;", "&#;"},
      {"&#x;", "&#x;"},
      {"&#xg;", "&#xg;"},
      {"&#12a;", "&#12a;"},
      {"AT&T", "AT&T"},
      {"&#99999999;", "&#99999999;"},
      {"&amplitude;", "&amplitude;"},
      {"&#10;&#9;&#2;", "\n\t"},
      {"&quot", "&quot"},
      {"a\r\n\x01\tb", "a\r\n\tb"},
  };
  for (const Shown& row : rows) {
    INFO(row.bytes);
    CHECK(decode_markup(row.bytes, false, &arena) == row.text);
  }
}

TEST_CASE("markup: block tags end a line, other tags nothing -- styles and scripts are not shown") {
  const Shown rows[] = {
      {"<p>a</p><p>b</p>", "a\n\nb\n"},
      {"a<br/>b<BR>c", "a\nb\nc"},
      {"a <b>b</b> <pre>c</pre>", "a b c"},
      {"a<!-- no -->b", "ab"},
      {"3 < 4 <", "3 < 4 <"},
      {"<>a", "<>a"},
      {"a<style>p {}</style>b", "ab"},
      {"a<script src=\"x\">if (a<b) {}</script>b", "ab"},
      {"<head><title>t</title></head>b", "b"},
      {"<header>a</header>b", "ab"},
      {"<style>never closed", "never closed"},
      {"<style", ""},
      {"a<p", "a\n"},
      {"a<", "a<"},
  };
  for (const Shown& row : rows) {
    INFO(row.bytes);
    CHECK(decode_markup(row.bytes, true, &arena) == row.text);
  }
}

TEST_CASE("markup: the content of an element, and an attribute of a tag") {
  const Shown elements[] = {
      {"<a>1</a>", "1"},
      {"x <A b=\"c\">1</A>", "1"},
      {"<ab>0</ab><a>1</a>", "1"},
      {"<a/><a>1</a>", "1"},
      {"<a>1</ab>2", "1</ab>2"},
      {"<a>1</ab>2</a>", "1</ab>2"},
      {"<a", ""},
      {"<a>1", "1"},
      {"<a ", ""},
      {"none", ""},
      {"<a>1</a", "1</a"},
  };
  for (const Shown& row : elements) {
    INFO(row.bytes);
    CHECK(element(row.bytes, "a") == row.text);
  }
  const Shown attributes[] = {
      {"<d id=\"5\">", "5"}, {"<d grid=\"4\" id=\"5\">", "5"}, {"<d id=5>", ""},
      {"<d id", ""},         {"<d id = \"5\">", ""},           {"id=\"5\"", ""},
      {"<d>", ""},
  };
  for (const Shown& row : attributes) {
    INFO(row.bytes);
    CHECK(attribute(row.bytes, "id") == row.text);
  }
}

TEST_CASE("wiki text: tables, comments, quotes, outer links and what is never closed") {
  const Shown rows[] = {
      {"a{| table |}b", "ab"},
      {"a<!-- no -->b", "ab"},
      {"a<ref name=x />b<ref>no</ref>c", "abc"},
      {"'''''a''''' ''''b''", "a b"},
      {"[http://example.org the page] [//example.org the page]", "the page] the page]"},
      {"[http://example.org]a [http://example.org", "a http://example.org"},
      {"[sic] a < b", "[sic] a < b"},
      {"<br/>a</p>b<3 c>d", "abd"},
      {"[[a", "a"},
      {"a]]b}}", "ab}}"},
      {"[[ Category : x]]a[[bild:b.jpg|c]]", "a"},
      {"[[File:f.jpg|never closed", "File:f.jpg|never closed"},
      {"[[File:f.jpg|a [[b] c]]d", ""},
      {"{{w|a|{{x}}}}b", "b"},
      {"{{w|a", ""},
      {"<!-- never closed", "!-- never closed"},
  };
  for (const Shown& row : rows) {
    INFO(row.bytes);
    CHECK(decode_wiki(row.bytes, &arena) == row.text);
  }
}
