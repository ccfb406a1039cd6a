using CoinRig.Clock;
using CoinRig.Linux;

namespace CoinRig.EmulatedKernel;

/// <summary>
/// The kernel as our device files see it: names, descriptors, ioctls. Behind it are emulated devices in the same process. One at a time.
/// </summary>
public sealed unsafe class Kernel : IDisposable
{
    const int FirstDescriptor = 1 << 24;

    readonly object _gate = new();
    readonly Dictionary<string, DeviceNode> _nodes = [];
    readonly Dictionary<int, OpenFile> _open = [];
    int _next = FirstDescriptor;

    /// <summary>Makes a kernel the one that the process talks to.</summary>
    /// <exception cref="InvalidOperationException">The calls cannot be interposed here, or another kernel is still in use.</exception>
    public Kernel()
    {
        if (Interposer.WhyNot is { } reason)
        {
            throw new InvalidOperationException(reason);
        }
        if (Interlocked.CompareExchange(ref Running, this, null) is not null)
        {
            throw new InvalidOperationException("Another emulated kernel is in use.");
        }
    }

    static Kernel? Running;

    /// <summary>What a device refused, such as a timing that its chip would not accept; null while all was accepted.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>Every call, with its argument, for a test that looks at the bytes.</summary>
    public Action<uint, nint>? Called { get; set; }

    /// <summary>Time of the devices, kept in step with real time; null where it is virtual.</summary>
    public (VirtualClock Devices, IRigClock Real)? RealTime { get; set; }

    /// <summary>What emulating ioctls has allocated, for a test that counts what the program itself allocates.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Descriptors that are open.</summary>
    public int OpenDescriptors => _open.Count;

    internal static Kernel? Current => Running;

    /// <summary>Adds a device file.</summary>
    public void Add(string path, DeviceNode node) => _nodes[path] = node;

    /// <inheritdoc/>
    public void Dispose() => Running = null;

    internal bool Has(string path)
    {
        lock (_gate)
        {
            return _nodes.TryGetValue(path, out var node) && !node.IsGone;
        }
    }

    internal int Open(string path)
    {
        lock (_gate)
        {
            return !_nodes.TryGetValue(path, out var node) || node.IsGone ? -ErrorNumber.NoSuchFile
                : node.OpenFault?.Invoke() is { } error and not 0 ? -error
                : Descriptor(node.Open(this));
        }
    }

    /// <summary>A new descriptor, also for what an ioctl opens.</summary>
    internal int Descriptor(OpenFile file)
    {
        _open[_next] = file;
        return _next++;
    }

    internal int Close(int descriptor)
    {
        lock (_gate)
        {
            if (_open.Remove(descriptor, out var file))
            {
                file.Close();
            }
            return 0;
        }
    }

    internal int Control(int descriptor, uint request, void* argument)
    {
        lock (_gate)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = Carry(descriptor, request, argument);
            AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
            return result;
        }
    }

    int Carry(int descriptor, uint request, void* argument)
    {
        const int badDescriptor = 9;
        if (!_open.TryGetValue(descriptor, out var file))
        {
            return -badDescriptor;
        }
        Called?.Invoke(request, (nint)argument);
        if (file.Node.IsGone)
        {
            return -file.Node.GoneError;
        }
        if (file.Node.Fault?.Invoke(request) is { } error and not 0)
        {
            return -error;
        }
        RealTime?.Devices.WaitUntil(RealTime.Value.Real.Nanoseconds);
        try
        {
            return file.Control(request, (byte*)argument);
        }
        catch (Exception refusal)
        {
            // An exception must not cross into the C library.
            Refusal ??= refusal;
            return -ErrorNumber.InputOutput;
        }
        finally
        {
            RealTime?.Real.WaitUntil(RealTime.Value.Devices.Nanoseconds);
        }
    }
}
