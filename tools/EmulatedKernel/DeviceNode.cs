using CoinRig.Linux;

namespace CoinRig.EmulatedKernel;

/// <summary>A device file of the emulated kernel, with the faults that can be planted in it.</summary>
public abstract class DeviceNode
{
    /// <summary>Asked before it is opened: the error to give, or 0.</summary>
    public Func<int>? OpenFault { get; set; }

    /// <summary>Asked before each ioctl on it or on what was opened through it: the error to give, or 0. It gets the request number.</summary>
    public Func<uint, int>? Fault { get; set; }

    /// <summary>Whether its driver went away.</summary>
    public bool IsGone { get; set; }

    /// <summary>What an ioctl says once the driver is gone.</summary>
    protected internal abstract int GoneError { get; }

    /// <summary>Opens the device.</summary>
    protected internal abstract OpenFile Open(Kernel kernel);
}

/// <summary>What a descriptor is of.</summary>
/// <param name="node">The device that it belongs to.</param>
public abstract unsafe class OpenFile(DeviceNode node)
{
    /// <summary>The device that it belongs to.</summary>
    public DeviceNode Node { get; } = node;

    /// <summary>Carries out an ioctl.</summary>
    /// <returns>0 or more; or an error number, negative.</returns>
    protected internal abstract int Control(uint request, byte* argument);

    /// <summary>Its last descriptor was closed.</summary>
    protected internal virtual void Close()
    {
    }

    /// <summary>An ioctl that the device does not know.</summary>
    protected static int Unknown => -ErrorNumber.NoSuchControl;
}
