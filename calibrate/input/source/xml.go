package source

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An xmlScanner walks through the text of a workbook's part tag by tag. It
// builds nothing, so that no part can take more memory than its bytes.
type xmlScanner struct {
	text string
	pos  int

	name    string // of the tag, without its prefix
	attrs   string // as they stand
	closing bool   // </name>
	empty   bool   // <name/>
	chars   string // between tags, as they stand; set where name is ""
}

var errXML = errors.New("its parts are not whole")

// next steps to the next tag or text; false is the end.
func (x *xmlScanner) next() (bool, error) {
	x.name, x.attrs, x.chars, x.closing, x.empty = "", "", "", false, false
	for x.pos < len(x.text) {
		rest := x.text[x.pos:]
		switch {
		case rest[0] != '<':
			end := strings.IndexByte(rest, '<')
			if end < 0 {
				end = len(rest)
			}
			x.chars = rest[:end]
			x.pos += end
			return true, nil
		case strings.HasPrefix(rest, "<![CDATA["):
			end := strings.Index(rest, "]]>")
			if end < 0 {
				return false, errXML
			}
			x.chars = strings.ReplaceAll(rest[9:end], "&", "&amp;")
			x.pos += end + 3
			return true, nil
		case strings.HasPrefix(rest, "<!--"):
			if !x.skipPast(rest, "-->") {
				return false, errXML
			}
		case strings.HasPrefix(rest, "<?"):
			if !x.skipPast(rest, "?>") {
				return false, errXML
			}
		case strings.HasPrefix(rest, "<!"):
			return false, errors.New("it holds declarations of its own, which no spreadsheet program writes")
		default:
			return x.tag(rest)
		}
	}
	return false, nil
}

// skipPast steps over what ends in a mark.
func (x *xmlScanner) skipPast(rest, mark string) bool {
	end := strings.Index(rest, mark)
	x.pos += end + len(mark)
	return end >= 0
}

// tag reads a tag up to its end outside of quotation marks.
func (x *xmlScanner) tag(rest string) (bool, error) {
	end := 0
	for quote := byte(0); ; end++ {
		if end == len(rest) {
			return false, errXML
		}
		c := rest[end]
		if quote == 0 && c == '>' {
			break
		}
		switch {
		case quote == c:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	inner := rest[1:end]
	x.pos += end + 1
	if x.closing = strings.HasPrefix(inner, "/"); x.closing {
		inner = inner[1:]
	}
	if x.empty = strings.HasSuffix(inner, "/"); x.empty {
		inner = inner[:len(inner)-1]
	}
	if space := strings.IndexAny(inner, " \t\r\n"); space >= 0 {
		inner, x.attrs = inner[:space], inner[space+1:]
	}
	if x.name = local(inner); x.name == "" {
		return false, errXML
	}
	return true, nil
}

// local is a name without its prefix.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// attr returns an attribute by its name, with prefix or without, or "".
func (x *xmlScanner) attr(name string) string {
	rest := x.attrs
	for {
		equals := strings.IndexByte(rest, '=')
		if equals < 0 {
			return ""
		}
		key := strings.TrimSpace(rest[:equals])
		rest = strings.TrimLeft(rest[equals+1:], " \t\r\n")
		if rest == "" {
			return ""
		}
		end := strings.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return ""
		}
		value := rest[1 : 1+end]
		rest = rest[end+2:]
		if key == name || local(key) == name {
			return unescape(value)
		}
	}
}

// number returns a whole attribute from 0 to a million millions, or a default.
func (x *xmlScanner) number(name string, otherwise int) int {
	n, err := strconv.Atoi(x.attr(name))
	if err != nil || n < 0 || n > 1e12 {
		return otherwise
	}
	return n
}

// flag returns an attribute that is true or false.
func (x *xmlScanner) flag(name string) bool {
	v := x.attr(name)
	return v == "1" || v == "true" || v == "on"
}

// skip steps past the end of the element whose tag was just read.
func (x *xmlScanner) skip() error {
	if x.empty || x.closing {
		return nil
	}
	name := x.name
	for depth := 1; depth > 0; {
		more, err := x.next()
		if err != nil {
			return err
		}
		if !more {
			return errXML
		}
		if x.name == name && !x.empty {
			if x.closing {
				depth--
			} else {
				depth++
			}
		}
	}
	return nil
}

// inner returns the text of the element whose tag was just read, up to its
// end.
func (x *xmlScanner) inner() (string, error) {
	if x.empty {
		return "", nil
	}
	name := x.name
	var all joined
	for {
		more, err := x.next()
		switch {
		case err != nil:
			return "", err
		case !more:
			return "", errXML
		case x.name == name && x.closing:
			return all.String(), nil
		case x.name == "":
			all.add(unescape(x.chars))
		}
	}
}

// joined is a text in pieces; of one piece it makes no copy.
type joined struct {
	first string
	more  strings.Builder
}

func (j *joined) add(s string) {
	switch {
	case j.more.Len() > 0:
		j.more.WriteString(s)
	case j.first == "":
		j.first = s
	default:
		j.more.WriteString(j.first)
		j.more.WriteString(s)
	}
}

func (j *joined) String() string {
	if j.more.Len() > 0 {
		return j.more.String()
	}
	return j.first
}

// entities are those that XML knows.
var entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")

// unescape resolves the entities of a text.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	if !strings.Contains(s, "&#") {
		return entities.Replace(s)
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "&#")
		b.WriteString(entities.Replace(before))
		if !found {
			return b.String()
		}
		code, rest, closed := strings.Cut(after, ";")
		base := 10
		if strings.HasPrefix(code, "x") {
			code, base = code[1:], 16
		}
		n, err := strconv.ParseInt(code, base, 32)
		if !closed || err != nil || !utf8.ValidRune(rune(n)) {
			b.WriteString("&#")
			s = after
			continue
		}
		b.WriteRune(rune(n))
		s = rest
	}
}
