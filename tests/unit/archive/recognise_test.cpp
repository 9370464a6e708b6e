// What makes a text one of a format, and what falls short of it.
#include "core/archive/language_names.h"
#include "core/archive/mime.h"
#include "core/archive/reader.h"
#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

// Minutes east of UTC; 9999: no zone of mail.
int mail_zone(std::string_view zone) {
  int16_t minutes = 0;
  return parse_mail_zone(zone, &minutes) ? minutes : 9999;
}

// Memory whose blocks have a wall behind them: true while nothing was written there.
class WalledMemory final : public std::pmr::memory_resource {
 public:
  bool whole() const {
    for (const auto& block : blocks_) {
      for (size_t i = block.size() - kWall; i < block.size(); ++i) {
        if (block[i] != kBrick) {
          return false;
        }
      }
    }
    return true;
  }

 private:
  static constexpr size_t kWall = 4096;
  static constexpr char kBrick = '#';

  void* do_allocate(size_t bytes, size_t) override {
    blocks_.emplace_back(bytes + kWall, kBrick);
    return blocks_.back().data();
  }
  void do_deallocate(void*, size_t, size_t) override {}
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }

  std::vector<std::vector<char>> blocks_;
};

}  // namespace

TEST_CASE("archive: zones of mail headers are offsets and the few names of RFC 822") {
  CHECK(mail_zone("+0400") == 240);
  CHECK(mail_zone("-0330") == -210);
  for (const char* utc : {"GMT", "UTC", "UT", "Z"}) {
    CHECK(mail_zone(utc) == 0);
  }
  CHECK(mail_zone("EST") == -300);
  CHECK(mail_zone("EDT") == -240);
  CHECK(mail_zone("CST") == -360);
  CHECK(mail_zone("CDT") == -300);
  CHECK(mail_zone("MST") == -420);
  CHECK(mail_zone("MDT") == -360);
  CHECK(mail_zone("PST") == -480);
  CHECK(mail_zone("PDT") == -420);
  CHECK(mail_zone("CET") == 60);
  CHECK(mail_zone("CEST") == 120);
  CHECK(mail_zone("BST") == 60);
  CHECK(mail_zone("MESZ") == 120);
  CHECK(mail_zone("XYZ") == 9999);
  CHECK(mail_zone("") == 9999);
}

TEST_CASE("archive: a language is named by its name or by its tag") {
  CHECK(language_tag_of("en") == "en");
  CHECK(language_tag_of("English") == "en");
  CHECK(language_tag_of("ENGLISH; GERMAN") == "en");
  CHECK(language_tag_of(" catalan (Spain)") == "ca");
  CHECK(language_tag_of("Klingonese").empty());
  CHECK(language_tag_of("").empty());
}

TEST_CASE("archive: headers are those of a message if they say from whom, about what, and when or by what way") {
  const std::string from = "From: Ada Writer <desk@example.org>\n";
  const std::string subject = "Subject: Rain ends drought\n";
  const std::string date = "Date: Thu, 7 Nov 2019 11:55:00 +0400\n";
  const std::string way = "Message-ID: <1@example.org>\n";
  const std::string text = "\nIt rained.\n";
  CHECK(split(from + subject + date + way + text) == "email <1@example.org>|");
  CHECK(split(from + subject + way + text) == "email <1@example.org>|");
  CHECK(split(from + subject + date + "To: b@example.org\n" + text) == "email |");
  CHECK(split(from + subject + date + text) == "email |");
  CHECK(split(from + subject + "Date: early in November\n" + text) == "plain |");
  CHECK(split("From: our desk\n" + subject + date + text) == "plain |");
  CHECK(split(from + date + way + "To: b@example.org\n" + text) == "plain |");
  CHECK(split(subject + date + way + "To: b@example.org\n" + text) == "plain |");
  CHECK(split(from + subject + "To: b@example.org\nCc: c@example.org\n" + text) == "plain |");
}

TEST_CASE("archive: letters that are three bytes in UTF-8 have room when they are decoded") {
  WalledMemory memory;
  const std::string euros(1000, '\x80');  // of windows-1252
  std::string expected;
  for (size_t i = 0; i < euros.size(); ++i) {
    expected += "\u20AC";
  }
  CHECK(decode_charset(euros, "windows-1252", &memory) == expected);
  CHECK(decode_quoted_printable("=80=80=\n=41", &memory) == "\x80\x80\x41");
  CHECK(decode_base64("SXQgcmFpbmVkLgo=", &memory) == "It rained.\n");
  CHECK(decode_header("=?windows-1252?q?=80=80=80=80?= =?windows-1252?b?gICA?=", &memory) ==
        "\u20AC\u20AC\u20AC\u20AC\u20AC\u20AC\u20AC");
  CHECK(memory.whole());
}

TEST_CASE("archive: the name of an element that the text ends with opens nothing") {
  const std::string story =
      "<REUTERS NEWID=\"7\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>&#2;\n<TITLE>RAIN</TITLE>\n<BODY>It "
      "rained.\n</BODY></TEXT>\n</REUTERS>\n";
  CHECK(split(story + "<REUTERS") == "reuters21578 7|");
  CHECK(split(story + "<REUTERSX NEWID=\"8\">\n") == "reuters21578 7|");
  CHECK(split("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + story + story) == "reuters21578 7|reuters21578 7|");
  CHECK(split("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\nIt rained.\n") == "plain |");
}

TEST_CASE("archive: a date of a wire story that is none gives none") {
  const auto dated = [](const std::string& date) {
    return read("<REUTERS NEWID=\"7\">\n<DATE>" + date + "</DATE>\n<TEXT>&#2;\n<TITLE>RAIN</TITLE>\n<BODY>It " +
                    "rained.\n</BODY></TEXT>\n</REUTERS>\n",
                Field::kDatePublished);
  };
  CHECK(dated("26-FEB-1987 15:01:01.79") == "1987-02-26T15:01|");
  CHECK(dated(" 1-MAR-1987 00:59:00.00") == "1987-03-01T00:59|");
  CHECK(dated("26-FEB-1987") == "1987-02-26|");
  CHECK(dated("26-FEB-1987 15") == "1987-02-26|");
  CHECK(dated("26-FEB-1987 15:60:00") == "1987-02-26|");
  CHECK(dated("31-FEB-1987 15:01:01.79").empty());
  CHECK(dated("26-XYZ-1987").empty());
  CHECK(dated("26-F").empty());
  CHECK(dated("26-FEB-").empty());
  CHECK(dated("").empty());
}

TEST_CASE("archive: a word of a header is decoded from the charset that it names") {
  std::pmr::monotonic_buffer_resource arena;
  CHECK(decode_header("=?windows-1251?q?=E4=EE=EC?=", &arena) == "\u0434\u043E\u043C");
  CHECK(decode_header("=?koi8-r?q?=C4=CF=CD?=", &arena) == "\u0434\u043E\u043C");
  CHECK(decode_header("=?iso-8859-15?q?=A4?=", &arena) == "\u20AC");
  CHECK(decode_header("=?windows-1252?q?=A4?=", &arena) == "\u00A4");
}
