using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>The kernel refused something on a device file, or the device failed. The message says what to do.</summary>
public sealed class DeviceException : IOException
{
    /// <param name="device">The device file, or the line of one.</param>
    /// <param name="doing">What was being done, in words.</param>
    /// <param name="error">The kernel's error number; 0 where it reported none.</param>
    /// <param name="cure">What to do, as a sentence.</param>
    public DeviceException(string device, string doing, int error, string cure)
        : base($"{device}: {doing}{(error == 0 ? "" : $": {Marshal.GetPInvokeErrorMessage(error)} (error {error})")}. {cure}") => Error = error;

    /// <summary>The kernel's error number, see <see cref="ErrorNumber"/>; 0 where it reported none.</summary>
    public int Error { get; }
}
