using System.Runtime.InteropServices;

namespace CoinRig.FaultyDisk;

/// <summary>What of SQLite's C interface a VFS needs (sqlite3.h).</summary>
static unsafe partial class Native
{
    const string Library = "e_sqlite3";

    internal const int Ok = 0;
    internal const int Busy = 5;
    internal const int NoMemory = 7;
    internal const int NotFound = 12;
    internal const int Full = 13;
    internal const int CannotOpen = 14;
    internal const int IoError = 10;
    internal const int IoErrorRead = IoError | (1 << 8);
    internal const int IoErrorShortRead = IoError | (2 << 8);
    internal const int IoErrorWrite = IoError | (3 << 8);
    internal const int IoErrorSync = IoError | (4 << 8);
    internal const int IoErrorTruncate = IoError | (6 << 8);
    internal const int IoErrorFileSize = IoError | (7 << 8);
    internal const int IoErrorDelete = IoError | (10 << 8);
    internal const int IoErrorLock = IoError | (15 << 8);
    internal const int IoErrorSharedMap = IoError | (21 << 8);
    internal const int IoErrorDeleteNoEntry = IoError | (23 << 8);

    internal const int OpenReadOnly = 0x1;
    internal const int OpenCreate = 0x4;
    internal const int OpenDeleteOnClose = 0x8;
    internal const int OpenExclusive = 0x10;
    internal const int OpenMainJournal = 0x800;
    internal const int OpenSuperJournal = 0x4000;
    internal const int OpenWal = 0x80000;

    internal const int SharedUnlock = 1;
    internal const int SharedExclusive = 8;

    /// <summary>What SQLite takes a disk's unit of writing for where the system does not say, as its own VFS does, bytes.</summary>
    internal const int SectorBytes = 4096;

    /// <summary>A write leaves the bytes beside it alone, as SQLite's own VFS takes for granted.</summary>
    internal const int PowersafeOverwrite = 0x1000;

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    internal static partial int Register(Vfs* vfs, int isDefault);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_unregister")]
    internal static partial int Unregister(Vfs* vfs);

    /// <summary><c>sqlite3_vfs</c>, version 2.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Vfs
    {
        internal int Version;
        internal int FileBytes;
        internal int LongestPath;
        internal Vfs* Next;
        internal byte* Name;
        internal nint Disk;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, OpenedFile*, int, int*, int> Open;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int*, int> Access;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, byte*, int> FullPath;
        internal nint LibraryOpen;
        internal nint LibraryError;
        internal nint LibrarySymbol;
        internal nint LibraryClose;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, byte*, int> Randomness;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, int> Sleep;
        internal delegate* unmanaged[Cdecl]<Vfs*, double*, int> Time;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, byte*, int> LastError;
        internal delegate* unmanaged[Cdecl]<Vfs*, long*, int> TimeMilliseconds;
    }

    /// <summary><c>sqlite3_file</c>, with what is ours behind it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct OpenedFile
    {
        internal FileMethods* Methods;
        internal nint File;
    }

    /// <summary><c>sqlite3_io_methods</c>, version 2.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FileMethods
    {
        internal int Version;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int> Close;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, byte*, int, long, int> Read;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, byte*, int, long, int> Write;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, long, int> Truncate;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int> Sync;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, long*, int> FileSize;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int> Lock;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int> Unlock;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int*, int> CheckReservedLock;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, void*, int> FileControl;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int> SectorSize;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int> DeviceCharacteristics;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int, int, void**, int> SharedMap;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int, int, int> SharedLock;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, void> SharedBarrier;
        internal delegate* unmanaged[Cdecl]<OpenedFile*, int, int> SharedUnmap;
    }
}
