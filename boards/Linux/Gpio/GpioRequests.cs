namespace CoinRig.Linux;

/// <summary>Request numbers and flags of the GPIO character device, ABI version 2 (linux/gpio.h, since Linux 5.10).</summary>
static class GpioRequests
{
    /// <summary>GPIO_GET_CHIPINFO_IOCTL.</summary>
    internal const uint GetChipInfo = 0x8044_B401;

    /// <summary>GPIO_V2_GET_LINEINFO_IOCTL.</summary>
    internal const uint GetLineInfo = 0xC100_B405;

    /// <summary>GPIO_V2_GET_LINE_IOCTL.</summary>
    internal const uint GetLine = 0xC250_B407;

    /// <summary>GPIO_V2_LINE_SET_CONFIG_IOCTL.</summary>
    internal const uint SetConfiguration = 0xC110_B40D;

    /// <summary>GPIO_V2_LINE_GET_VALUES_IOCTL.</summary>
    internal const uint GetValues = 0xC010_B40E;

    /// <summary>GPIO_V2_LINE_SET_VALUES_IOCTL.</summary>
    internal const uint SetValues = 0xC010_B40F;

    /// <summary>GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES.</summary>
    internal const uint OutputValues = 2;
}

/// <summary>Flags of a line (enum gpio_v2_line_flag).</summary>
[Flags]
enum GpioLineFlags : ulong
{
    /// <summary>The line is claimed as it is.</summary>
    None = 0,

    /// <summary>GPIO_V2_LINE_FLAG_USED.</summary>
    Used = 1 << 0,

    /// <summary>GPIO_V2_LINE_FLAG_INPUT.</summary>
    Input = 1 << 2,

    /// <summary>GPIO_V2_LINE_FLAG_OUTPUT.</summary>
    Output = 1 << 3,

    /// <summary>GPIO_V2_LINE_FLAG_BIAS_PULL_UP.</summary>
    PullUp = 1 << 8,

    /// <summary>GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN.</summary>
    PullDown = 1 << 9,
}
