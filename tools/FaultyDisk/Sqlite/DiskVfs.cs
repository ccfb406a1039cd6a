using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CoinRig.FaultyDisk;

/// <summary>Lets SQLite work on a disk: its VFS (sqlite.org/vfs.html), one for each disk, known by a name.</summary>
sealed unsafe class DiskVfs : IDisposable
{
    readonly Disk _disk;
    readonly Native.Vfs* _vfs;
    GCHandle _handle;

    internal DiskVfs(Disk disk, string name)
    {
        _disk = disk;
        _handle = GCHandle.Alloc(disk);
        Name = name;
        _vfs = (Native.Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Native.Vfs));
        _vfs->Version = 2;
        _vfs->FileBytes = sizeof(Native.OpenedFile);
        _vfs->LongestPath = 512;
        _vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        _vfs->Disk = GCHandle.ToIntPtr(_handle);
        _vfs->Open = &Open;
        _vfs->Delete = &Delete;
        _vfs->Access = &Access;
        _vfs->FullPath = &FullPath;
        _vfs->Randomness = &Randomness;
        _vfs->Sleep = &Sleep;
        _vfs->Time = &Time;
        _vfs->LastError = &LastError;
        _vfs->TimeMilliseconds = &TimeMilliseconds;
        if (Native.Register(_vfs, isDefault: 0) is not Native.Ok and var error)
        {
            throw new InvalidOperationException($"SQLite does not take the VFS '{name}': error {error}.");
        }
    }

    /// <summary>The name, for connections.</summary>
    internal string Name { get; }

    /// <summary>SQLite forgets it. Where a connection is still open, what it needs stays.</summary>
    public void Dispose()
    {
        if (!_handle.IsAllocated)
        {
            return;
        }
        _ = Native.Unregister(_vfs);
        if (_disk.OpenFiles == 0)
        {
            Marshal.FreeCoTaskMem((nint)_vfs->Name);
            NativeMemory.Free(_vfs);
            _handle.Free();
        }
    }

    static Disk DiskOf(Native.Vfs* vfs) => (Disk)GCHandle.FromIntPtr(vfs->Disk).Target!;

    static string? PathOf(byte* name) => Marshal.PtrToStringUTF8((nint)name);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Open(Native.Vfs* vfs, byte* name, Native.OpenedFile* file, int flags, int* outFlags)
    {
        file->Methods = null;
        // SQLite's own VFS syncs the folder of these with their first sync (os_unix.c, UNIXFILE_DIRSYNC).
        var isJournal = (flags & (Native.OpenMainJournal | Native.OpenSuperJournal | Native.OpenWal)) != 0;
        var error = DiskOf(vfs).Open(PathOf(name), (flags & Native.OpenCreate) != 0, (flags & Native.OpenExclusive) != 0, (flags & Native.OpenDeleteOnClose) != 0, isJournal, out var open);
        if (error != DiskError.None)
        {
            return error == DiskError.Full ? Native.Full : Native.CannotOpen;
        }
        FileCalls.Attach(file, open!);
        if (outFlags is not null)
        {
            *outFlags = flags;
        }
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Delete(Native.Vfs* vfs, byte* name, int syncFolder) => DiskOf(vfs).Delete(PathOf(name)!, syncFolder != 0) switch
    {
        DiskError.None => Native.Ok,
        DiskError.NotFound => Native.IoErrorDeleteNoEntry,
        _ => Native.IoErrorDelete,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Access(Native.Vfs* vfs, byte* name, int flags, int* result)
    {
        var path = PathOf(name)!;
        *result = DiskOf(vfs).IsFile(path) || DiskOf(vfs).IsFolder(path) ? 1 : 0;
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int FullPath(Native.Vfs* vfs, byte* name, int room, byte* full)
    {
        var into = new Span<byte>(full, room);
        var path = Encoding.UTF8.GetBytes(PathOf(name)!);
        if (path.Length >= room)
        {
            return Native.CannotOpen;
        }
        path.CopyTo(into);
        into[path.Length] = 0;
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Randomness(Native.Vfs* vfs, int count, byte* into)
    {
        new Span<byte>(into, count).Clear();
        return count;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Sleep(Native.Vfs* vfs, int microseconds)
    {
        DiskOf(vfs).Delayed?.Invoke(microseconds * 1_000L);
        return microseconds;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Time(Native.Vfs* vfs, double* julianDay)
    {
        *julianDay = 0;
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int LastError(Native.Vfs* vfs, int room, byte* into) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int TimeMilliseconds(Native.Vfs* vfs, long* milliseconds)
    {
        *milliseconds = 0;
        return Native.Ok;
    }
}
