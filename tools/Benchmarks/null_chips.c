/* A GPIO chip and an SPI bus whose chips cost nothing, behind the interposer: registers read back, conversions give one fixed code each,
   DRDY is high at the first look after a command or in reset, and low at the next. The calls of a scan can be written down and made again. */
#include <linux/gpio.h>
#include <linux/spi/spidev.h>
#include <string.h>

enum { CHIP = 1 << 24, BUS, DAC, FIRST_LINE, DAC_SELECT = 23, RESET = 18, REGISTERS = 11, MOST_CALLS = 64, MOST_BYTES = 64 };

struct call
{
    int descriptor;
    unsigned long request;
    unsigned char argument[96];
    unsigned char sent[MOST_BYTES], received[MOST_BYTES];
};

static const unsigned char after_reset[REGISTERS] = { 0x30, 0x01, 0x20, 0xF0, 0xE0, 0, 0, 0, 0x08, 0xAC, 0x44 };
static const unsigned char ideal_gain[3] = { 0xA0, 0x99, 0x3A };
static unsigned char registers[REGISTERS];
static struct call calls[MOST_CALLS];
static int call_count, is_recording, is_dac_selected, is_busy;
static unsigned voltage_input, voltage_code, current_code;

/* Where the interface of the ADC is within a command, byte by byte: frames may come in pieces. */
static enum { COMMAND, READ_COUNT, READING, WRITE_COUNT, WRITING, RESULT } phase;
static int address, left;

void null_chips(unsigned input, unsigned volts, unsigned amperes)
{
    voltage_input = input;
    voltage_code = volts;
    current_code = amperes;
}

int null_open(const char *path)
{
    if (strncmp(path, "/dev/gpiochip", 13) == 0)
        return CHIP;
    memcpy(registers, after_reset, sizeof registers);
    phase = COMMAND;
    return strcmp(path, "/dev/spidev0.1") == 0 ? DAC : BUS;
}

int null_access(const char *path)
{
    return strcmp(path, "/dev/gpiochip0") == 0 ? 0 : -2;
}

int null_close(int descriptor)
{
    (void)descriptor;
    return 0;
}

static unsigned char exchange(unsigned char in)
{
    switch (phase)
    {
    case COMMAND:
        address = in & 15;
        left = 3;
        is_busy = 1;
        phase = in == 1 ? RESULT : (in & 0xF0) == 0x10 ? READ_COUNT : (in & 0xF0) == 0x50 ? WRITE_COUNT : COMMAND;
        return 0;
    case READ_COUNT:
    case WRITE_COUNT:
        left = (in & 15) + 1;
        phase = phase == READ_COUNT ? READING : WRITING;
        return 0;
    case WRITING:
        registers[address] = address == 0 ? 0x30 | (in & 15) : in;
        address++;
        if (--left == 0)
        {
            memcpy(registers + 8, ideal_gain, sizeof ideal_gain);
            phase = COMMAND;
        }
        return 0;
    case READING:
        if (--left == 0)
            phase = COMMAND;
        return registers[address++];
    default:
        if (--left == 0)
            phase = COMMAND;
        return (registers[1] >> 4 == voltage_input ? voltage_code : current_code) >> 8 * left;
    }
}

static int message(int descriptor, const struct spi_ioc_transfer *transfers, unsigned count)
{
    int total = 0;
    for (unsigned i = 0; i < count; i++)
    {
        const unsigned char *in = (const unsigned char *)transfers[i].tx_buf;
        unsigned char *out = (unsigned char *)transfers[i].rx_buf;
        for (unsigned k = 0; k < transfers[i].len; k++)
        {
            unsigned char answer = descriptor == DAC || is_dac_selected ? 0 : exchange(in ? in[k] : 0);
            if (out)
                out[k] = answer;
        }
        total += transfers[i].len;
    }
    return total;
}

static int claim(struct gpio_v2_line_request *request)
{
    request->fd = FIRST_LINE + request->offsets[0];
    return 0;
}

static int describe(struct gpiochip_info *info)
{
    strcpy(info->label, "pinctrl-rp1");
    info->lines = 54;
    return 0;
}

/* Buffers of the caller may move, so that a call that is made again has its own. */
static void record(int descriptor, unsigned long request, const void *argument)
{
    struct call *call = &calls[call_count++ % MOST_CALLS];
    struct spi_ioc_transfer *transfers = (struct spi_ioc_transfer *)call->argument;
    unsigned start = 0;
    call->descriptor = descriptor;
    call->request = request;
    memcpy(call->argument, argument, _IOC_SIZE(request));
    for (unsigned i = 0; descriptor <= DAC && i < _IOC_SIZE(request) / sizeof *transfers; start += transfers[i++].len)
    {
        if (transfers[i].tx_buf)
        {
            memcpy(call->sent + start, (const void *)transfers[i].tx_buf, transfers[i].len);
            transfers[i].tx_buf = (unsigned long)(call->sent + start);
        }
        if (transfers[i].rx_buf)
            transfers[i].rx_buf = (unsigned long)(call->received + start);
    }
}

int null_control(int descriptor, unsigned long request, void *argument)
{
    struct gpio_v2_line_values *values = argument;
    if (is_recording)
        record(descriptor, request, argument);
    switch (request)
    {
    case GPIO_GET_CHIPINFO_IOCTL:
        return describe(argument);
    case GPIO_V2_GET_LINE_IOCTL:
        return claim(argument);
    case GPIO_V2_LINE_GET_VALUES_IOCTL:
        values->bits = is_busy;
        is_busy = 0;
        return 0;
    case GPIO_V2_LINE_SET_VALUES_IOCTL:
        if (descriptor == FIRST_LINE + DAC_SELECT)
            is_dac_selected = !values->bits;
        if (descriptor == FIRST_LINE + RESET)
            is_busy = 1;
        return 0;
    default:
        return (request & 0xC000FFFF) == 0x40006B00 ? message(descriptor, argument, _IOC_SIZE(request) / sizeof(struct spi_ioc_transfer)) : 0;
    }
}

void null_record(int on)
{
    if (on)
        call_count = 0;
    is_recording = on;
}

int null_call_count(void)
{
    return call_count;
}

struct call *null_call(int index)
{
    return &calls[index];
}
