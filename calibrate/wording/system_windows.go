package wording

import "syscall"

// further is what Windows alone says, by its numbers.
var further = []meaning{
	{syscall.Errno(32), "another program has it open"},      // ERROR_SHARING_VIOLATION
	{syscall.Errno(33), "another program has it open"},      // ERROR_LOCK_VIOLATION
	{syscall.Errno(39), "there is no space left"},           // ERROR_HANDLE_DISK_FULL
	{syscall.Errno(112), "there is no space left"},          // ERROR_DISK_FULL
	{syscall.Errno(123), "no file can be called so"},        // ERROR_INVALID_NAME
	{syscall.Errno(206), "the name is too long"},            // ERROR_FILENAME_EXCED_RANGE
	{syscall.Errno(267), "a part of its path is no folder"}, // ERROR_DIRECTORY
}
