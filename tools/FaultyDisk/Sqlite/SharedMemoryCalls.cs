using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CoinRig.FaultyDisk;

/// <summary>What SQLite does with the memory that connections in WAL mode share.</summary>
static unsafe class SharedMemoryCalls
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int Map(Native.OpenedFile* file, int region, int bytes, int make, void** memory)
    {
        var open = FileCalls.Of(file);
        *memory = null;
        if (open.Disk.IsRefused(open))
        {
            return Native.IoErrorSharedMap;
        }
        *memory = (void*)open.Disk.Together(() =>
        {
            open.Memory ??= open.File.Memory ??= new();
            open.Memory.Attach(open);
            return open.Memory.Region(region, bytes, make != 0);
        });
        return Native.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int Lock(Native.OpenedFile* file, int offset, int count, int flags)
    {
        var open = FileCalls.Of(file);
        var takes = (flags & Native.SharedUnlock) == 0;
        if (open.Memory is null || (takes && open.Disk.IsRefused(open)))
        {
            return Native.IoErrorLock;
        }
        var mask = ((1 << count) - 1) << offset;
        return open.Disk.Together(() => open.Memory.Lock(open, mask, takes, (flags & Native.SharedExclusive) != 0)) ? Native.Ok : Native.Busy;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void Barrier(Native.OpenedFile* file) => Interlocked.MemoryBarrier();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int Unmap(Native.OpenedFile* file, int delete)
    {
        LetGo(FileCalls.Of(file));
        return Native.Ok;
    }

    /// <summary>A connection shares no memory any more.</summary>
    internal static void LetGo(OpenFile open) => open.Disk.Together(() =>
    {
        if (open.Memory is { } memory)
        {
            open.Memory = null;
            if (memory.Detach(open) && open.File.Memory == memory)
            {
                open.File.Memory = null;
            }
        }
        return 0;
    });
}
