using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>struct gpiochip_info.</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct GpioChipInfo
{
    internal fixed byte Name[32];
    internal fixed byte Label[32];
    internal uint Lines;
}

/// <summary>struct gpio_v2_line_info, as far as it is read here.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
unsafe struct GpioLineInfo
{
    [FieldOffset(32)] internal fixed byte Consumer[32];
    [FieldOffset(64)] internal uint Offset;
    [FieldOffset(72)] internal GpioLineFlags Flags;
}

/// <summary>struct gpio_v2_line_config with its first attribute.</summary>
[StructLayout(LayoutKind.Explicit, Size = 272)]
struct GpioLineConfiguration
{
    [FieldOffset(0)] internal GpioLineFlags Flags;
    [FieldOffset(8)] internal uint AttributeCount;
    [FieldOffset(32)] internal uint AttributeId;
    [FieldOffset(40)] internal ulong AttributeValues;
    [FieldOffset(48)] internal ulong AttributeMask;
}

/// <summary>struct gpio_v2_line_request for one line.</summary>
[StructLayout(LayoutKind.Explicit, Size = 592)]
unsafe struct GpioLineRequest
{
    [FieldOffset(0)] internal uint Offset;
    [FieldOffset(256)] internal fixed byte Consumer[32];
    [FieldOffset(288)] internal GpioLineConfiguration Configuration;
    [FieldOffset(560)] internal uint LineCount;
    [FieldOffset(588)] internal int Descriptor;
}

/// <summary>struct gpio_v2_line_values.</summary>
[StructLayout(LayoutKind.Sequential)]
struct GpioLineValues
{
    internal ulong Bits;
    internal ulong Mask;
}
