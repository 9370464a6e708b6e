// What the files of the mail formats share.
#pragma once

#include "core/archive/reader.h"

namespace article {

// "Name: value" with a name of RFC 5322; the value starts at `value`.
bool split_header(std::string_view line, std::string_view* name, std::string_view* value) noexcept;
bool is_batch_line(std::string_view line) noexcept;  // "#! rnews 1234"
size_t skip_bom_and_blanks(std::string_view text) noexcept;
// A date of RFC 5322: "Thu, 7 Nov 2019 11:55:00 +0400", also "7 Nov 93 2:40:08 EST".
bool read_mail_date(std::string_view text, Instant* instant) noexcept;

void read_mail_message(ArticleReader& reader);

}  // namespace article
