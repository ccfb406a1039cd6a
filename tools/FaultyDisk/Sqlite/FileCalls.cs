using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CoinRig.FaultyDisk;

/// <summary>What SQLite does with an open file.</summary>
static unsafe class FileCalls
{
    static readonly Native.FileMethods* Methods = Make();

    /// <summary>Gives a file to SQLite.</summary>
    internal static void Attach(Native.OpenedFile* file, OpenFile open)
    {
        file->File = GCHandle.ToIntPtr(GCHandle.Alloc(open));
        file->Methods = Methods;
    }

    static Native.FileMethods* Make()
    {
        var methods = (Native.FileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(Native.FileMethods));
        methods->Version = 2;
        methods->Close = &Close;
        methods->Read = &Read;
        methods->Write = &Write;
        methods->Truncate = &Truncate;
        methods->Sync = &Sync;
        methods->FileSize = &FileSize;
        methods->Lock = &Lock;
        methods->Unlock = &Unlock;
        methods->CheckReservedLock = &CheckReservedLock;
        methods->FileControl = &FileControl;
        methods->SectorSize = &SectorSize;
        methods->DeviceCharacteristics = &DeviceCharacteristics;
        methods->SharedMap = &SharedMemoryCalls.Map;
        methods->SharedLock = &SharedMemoryCalls.Lock;
        methods->SharedBarrier = &SharedMemoryCalls.Barrier;
        methods->SharedUnmap = &SharedMemoryCalls.Unmap;
        return methods;
    }

    internal static OpenFile Of(Native.OpenedFile* file) => (OpenFile)GCHandle.FromIntPtr(file->File).Target!;

    static int Code(DiskError error, int io) => error switch
    {
        DiskError.None => Native.Ok,
        DiskError.Full => Native.Full,
        _ => io,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Close(Native.OpenedFile* file)
    {
        var open = Of(file);
        SharedMemoryCalls.LetGo(open);
        open.Disk.Close(open);
        GCHandle.FromIntPtr(file->File).Free();
        file->Methods = null;
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Read(Native.OpenedFile* file, byte* bytes, int count, long offset)
    {
        var open = Of(file);
        var into = new Span<byte>(bytes, count);
        if (open.Disk.Read(open, offset, into, out var read) != DiskError.None)
        {
            return Native.IoErrorRead;
        }
        // SQLite wants zeros for what is not there.
        into[read..].Clear();
        return read < count ? Native.IoErrorShortRead : Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Write(Native.OpenedFile* file, byte* bytes, int count, long offset)
    {
        var open = Of(file);
        return Code(open.Disk.Write(open, offset, new ReadOnlySpan<byte>(bytes, count)), Native.IoErrorWrite);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Truncate(Native.OpenedFile* file, long length)
    {
        var open = Of(file);
        return Code(open.Disk.Truncate(open, length), Native.IoErrorTruncate);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Sync(Native.OpenedFile* file, int flags)
    {
        var open = Of(file);
        return Code(open.Disk.Sync(open), Native.IoErrorSync);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int FileSize(Native.OpenedFile* file, long* length)
    {
        var open = Of(file);
        *length = open.Disk.Length(open);
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Lock(Native.OpenedFile* file, int level)
    {
        var open = Of(file);
        return open.Disk.IsRefused(open) ? Native.IoErrorLock : open.Disk.Together(() => open.File.Locks.Take(open, level)) ? Native.Ok : Native.Busy;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Unlock(Native.OpenedFile* file, int level)
    {
        var open = Of(file);
        open.Disk.Together(() =>
        {
            open.File.Locks.Release(open, level);
            return 0;
        });
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int CheckReservedLock(Native.OpenedFile* file, int* isReserved)
    {
        var open = Of(file);
        *isReserved = open.Disk.Together(() => open.File.Locks.IsReserved) ? 1 : 0;
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int FileControl(Native.OpenedFile* file, int what, void* argument) => Native.NotFound;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int SectorSize(Native.OpenedFile* file) => Native.SectorBytes;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int DeviceCharacteristics(Native.OpenedFile* file) => Native.PowersafeOverwrite;
}
