package outfile

import (
	"path/filepath"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// A private file has an access list of one entry, its owner's, and inherits
// nothing; it keeps the list under its name.
func TestPrivateFileIsForItsOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key.csv")
	if err := Write([]File{{path, []byte("who"), 0o600}}); err != nil {
		t.Fatal(err)
	}
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		t.Fatal(err)
	}
	descriptor, err := windows.GetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		t.Fatal(err)
	}
	list, _, err := descriptor.DACL()
	if err != nil {
		t.Fatal(err)
	}
	for i := range list.AceCount {
		var entry *windows.ACCESS_ALLOWED_ACE
		if err := windows.GetAce(list, uint32(i), &entry); err != nil {
			t.Fatal(err)
		}
		sid := (*windows.SID)(unsafe.Pointer(&entry.SidStart))
		if entry.Header.AceType == windows.ACCESS_ALLOWED_ACE_TYPE && entry.Mask != 0 && !sid.Equals(user.User.Sid) && !(emulated() && sid.IsWellKnown(windows.WinLocalSystemSid)) {
			t.Errorf("%s may use it: %v", sid, descriptor)
		}
	}
	if list.AceCount == 0 || content(t, path) != "who" {
		t.Errorf("nobody may use it: %v", descriptor)
	}
	if control, _, err := descriptor.Control(); !emulated() && (err != nil || control&windows.SE_DACL_PROTECTED == 0) {
		t.Errorf("it inherits from its folder: %v", descriptor)
	}
}

// emulated reports whether this is no Windows but Wine, which makes the list of
// the file's mode: it adds the system, and keeps no mark of what is inherited.
func emulated() bool {
	return windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil
}
