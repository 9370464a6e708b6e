#include "core/archive/mime.h"
#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

const std::string kFrom = "From desk@example.org Thu Nov  7 11:55:00 2019\n";
const std::string kHeaders =
    "From: Ada Writer <desk@example.org>\nSubject: Rain ends drought\nDate: Thu, 7 Nov 2019 11:55:00 +0400\n"
    "Message-ID: <1@example.org>\nMIME-Version: 1.0\n";

}  // namespace

TEST_CASE("mail: a line From with a year, behind a blank line and before headers, begins a message") {
  const std::string one = kFrom + kHeaders + "\nIt rained.\n\nFrom here on 2019 it was dry at 11:55.\n\n";
  CHECK(split(one + one) == "mbox <1@example.org>|mbox <1@example.org>|");
}

TEST_CASE("mail: headers give headline, author and the instant") {
  const std::string text = kHeaders + "\nIt rained.\n";
  CHECK(split(text) == "email <1@example.org>|");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kAuthor) == "Ada Writer|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T11:55:00+04:00|");
  CHECK(read(text, Field::kArticleBody) == "It rained.|");
}

TEST_CASE("mail: >From is From again, in mail boxes only") {
  CHECK(read(kFrom + kHeaders + "\nIt rained.\n\n>From there it went.\n", Field::kArticleBody) ==
        "It rained.|From there it went.|");
  CHECK(read(kHeaders + "\n>From there it went.\n", Field::kArticleBody) == ">From there it went.|");
}

TEST_CASE("mail: quoted-printable and base64 bodies are decoded, Western charsets too") {
  const std::string type = "Content-Type: text/plain; charset=windows-1252\n";
  CHECK(read(kHeaders + type + "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 =93wet=94, so=\n und.\n",
             Field::kArticleBody) == "Caf\u00E9 \u201Cwet\u201D, so und.|");
  CHECK(read(kHeaders + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSXQgcmFpbmVkLgo=\n",
             Field::kArticleBody) == "It rained.|");
  CHECK(read(kHeaders + type + "\nCaf\xE9 wet\n", Field::kArticleBody) == "Caf\u00E9 wet|");
  CHECK(read(kHeaders + type + "\nCaf\u00E9 wet\n", Field::kArticleBody) == "Caf\u00E9 wet|");  // decoded already
}

TEST_CASE("mail: bytes that are not of the charset that is named are read as windows-1252, never given as they are") {
  const std::string encoding = "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 wet\n";
  for (const char* charset : {"utf-8", "us-ascii", "x-unknown"}) {
    const std::string type = std::string("Content-Type: text/plain; charset=") + charset + "\n";
    CHECK(read(kHeaders + type + encoding, Field::kArticleBody) == "Caf\u00E9 wet|");
  }
  std::pmr::monotonic_buffer_resource arena;
  CHECK(decode_header("=?utf-8?q?Caf=E9?=", &arena) == "Caf\u00E9");
}

TEST_CASE("mail: of several parts the first plain text is the article, else the first HTML") {
  const std::string parts = kHeaders + "Content-Type: multipart/alternative; boundary=\"x y\"\n\npreamble\n--x y\n";
  CHECK(read(parts + "Content-Type: text/html\n\n<p>no</p>\n--x y\nContent-Type: text/plain\n\nIt rained.\n--x y--\n",
             Field::kArticleBody) == "It rained.|");
  CHECK(read(parts + "Content-Type: text/html\n\n<style>p {}</style><p>It &amp; rained.</p><p>Again</p>\n--x y--\n",
             Field::kArticleBody) == "It & rained.|Again|");
}

TEST_CASE("mail: encoded words of a header, with the blanks inside them and none between them") {
  std::pmr::monotonic_buffer_resource arena;
  CHECK(decode_header("=?utf-8?q?Caf=C3=A9_?= =?utf-8?B?YWdhaW4=?= now", &arena) == "Caf\u00E9 again now");
  CHECK(decode_header("=?iso-8859-1?Q?gr=F6=DFer?=", &arena) == "gr\u00F6\u00DFer");
  CHECK(decode_header("=?broken", &arena) == "=?broken");
}

TEST_CASE("usenet: messages begin behind a blank line with headers, or with their size in a batch") {
  const std::string one =
      "Path: example!news\nFrom: news@example.org (AP)\nNewsgroups: clari.example\nSubject: Rain\nMessage-ID: <1@x>\n"
      "Date: 7 Nov 19 11:55:00 GMT\n\n\tBy ADA WRITER\n\tExample Writer\n\tBAKU (AP) -- It rained.\n";
  CHECK(split(one + "\n" + one) == "usenet <1@x>|usenet <1@x>|");
  CHECK(split("#! rnews 200\n" + one + "#! rnews 200\n" + one) == "usenet <1@x>|usenet <1@x>|");
  CHECK(read(one, Field::kAgency) == "AP|");
  CHECK(read(one, Field::kAuthor) == "Ada Writer|");
  CHECK(read(one, Field::kArticleBody) == "BAKU (AP) -- It rained.|");
}

TEST_CASE("usenet: what a wire puts under its message is no text") {
  const std::string text =
      "Path: x\nFrom: C-example@x (AP / ADA PAINTER)\nNewsgroups: clari.example\nSubject: Rain\n"
      "Organization: Copyright 1996 by Example Press\nDate: Thu, 7 Nov 1996 7:10:08 PST\nMessage-ID: <1@x>\n\n "
      "\n\tBAKU, Nov. 7 (AP) -- It rained.\n"
      " ---\n\tCopyright 1996 by Example Press.\n";
  CHECK(read(text, Field::kAuthor) == "Ada Painter|");
  CHECK(read(text, Field::kPublisher).empty());
  CHECK(read(text, Field::kCopyrightNotice) == "Copyright 1996 by Example Press|");
  CHECK(read(text, Field::kArticleBody) == "BAKU, Nov. 7 (AP) -- It rained.|");
}

TEST_CASE("mail: more headers give language, notice and keywords, and a sender without a name gives no author") {
  const std::string text =
      "From: desk@example.org\nSubject: Rain\nDate: Thu, 7 Nov 2019 11:55:00 +0400\nMessage-ID: <1@x>\n"
      "Content-Language: en-GB\nX-Copyright: Copyright 2019 Example Press\nKeywords: rain, snow\n\nIt rained.\n";
  CHECK(read(text, Field::kInLanguage) == "en|");
  CHECK(read(text, Field::kCopyrightNotice) == "Copyright 2019 Example Press|");
  CHECK(read(text, Field::kKeywords) == "rain|snow|");
  CHECK(read(text, Field::kAuthor).empty());
}

TEST_CASE("mail: parts within parts, parts without a type, and a boundary that never comes") {
  const std::string outer = kHeaders + "Content-Type: multipart/mixed; boundary=a\n\n";
  CHECK(read(outer + "--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt "
                     "rained.\n--b--\n--a--\n",
             Field::kArticleBody) == "It rained.|");
  CHECK(read(outer + "--a\n\nIt rained.\n\n--ab\n--a\nContent-Type: text/plain\n\nNo.\n--a--\n", Field::kArticleBody) ==
        "It rained.|--ab|");
  CHECK(read(outer + "--a\nContent-Type: text/html\n\n<p>It rained.</p>\n--a\nContent-Type: text/html\n\n<p>No</p>\n",
             Field::kArticleBody) == "It rained.|");
  CHECK(read(outer + "--a\nContent-Type: image/png\n\nAAAA\n--a--\n", Field::kArticleBody).empty());
  CHECK(read(outer + "It rained.\n", Field::kArticleBody).empty());
  CHECK(read(kHeaders + "Content-Type: multipart/mixed\n\nIt rained.\n", Field::kArticleBody) == "It rained.|");
}

TEST_CASE("mail: a signature, an answered mail and the writer's lines are no body") {
  CHECK(read(kHeaders + "\nIt rained.\n--\nAda\n", Field::kArticleBody) == "It rained.|");
  CHECK(read(kHeaders + "\nIt rained.\n-----Original Message-----\nOld\n", Field::kArticleBody) == "It rained.|");
  CHECK(read(kHeaders + "\nBy Ada Writer\nExample Foreign Editor\n\nIt rained.\n", Field::kArticleBody) ==
        "It rained.|");
  CHECK(read(kHeaders + "\nBy noon it rained.\n", Field::kArticleBody) == "By noon it rained.|");
  CHECK(read(kFrom + kHeaders + "\n>From there it went.\nSo a > b.\n", Field::kArticleBody) ==
        "From there it went. So a > b.|");
}
