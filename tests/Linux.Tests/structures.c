/* What the installed kernel headers say: "name number" for sizes, offsets and request numbers; "name bytes" for whole arguments,
   with addresses and descriptors left 0. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <linux/gpio.h>
#include <linux/spi/spidev.h>

#define NUMBER(name, value) printf("%s %llu\n", name, (unsigned long long)(value))
#define SIZE(type) NUMBER(#type, sizeof(type))
#define OFFSET(type, field) NUMBER(#type "." #field, offsetof(type, field))
#define REQUEST(request) NUMBER(#request, request)

static void bytes(const char *name, const void *data, size_t size)
{
    printf("%s ", name);
    for (size_t i = 0; i < size; i++)
        printf("%02X", ((const unsigned char *)data)[i]);
    printf("\n");
}

static struct spi_ioc_transfer segment(unsigned length, unsigned delay, unsigned hertz)
{
    struct spi_ioc_transfer transfer;
    memset(&transfer, 0, sizeof transfer);
    transfer.len = length;
    transfer.delay_usecs = delay;
    transfer.speed_hz = hertz;
    transfer.bits_per_word = 8;
    return transfer;
}

static struct gpio_v2_line_config output(int high)
{
    struct gpio_v2_line_config config;
    memset(&config, 0, sizeof config);
    config.flags = GPIO_V2_LINE_FLAG_OUTPUT;
    config.num_attrs = 1;
    config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES;
    config.attrs[0].attr.values = high;
    config.attrs[0].mask = 1;
    return config;
}

int main(void)
{
    SIZE(struct spi_ioc_transfer);
    OFFSET(struct spi_ioc_transfer, tx_buf);
    OFFSET(struct spi_ioc_transfer, rx_buf);
    OFFSET(struct spi_ioc_transfer, len);
    OFFSET(struct spi_ioc_transfer, speed_hz);
    OFFSET(struct spi_ioc_transfer, delay_usecs);
    OFFSET(struct spi_ioc_transfer, bits_per_word);
    OFFSET(struct spi_ioc_transfer, cs_change);
    OFFSET(struct spi_ioc_transfer, tx_nbits);
    OFFSET(struct spi_ioc_transfer, rx_nbits);
    OFFSET(struct spi_ioc_transfer, word_delay_usecs);
    REQUEST(SPI_IOC_WR_MODE);
    REQUEST(SPI_IOC_WR_BITS_PER_WORD);
    REQUEST(SPI_IOC_WR_MAX_SPEED_HZ);
    REQUEST(SPI_IOC_MESSAGE(1));
    REQUEST(SPI_IOC_MESSAGE(2));
    REQUEST(SPI_IOC_MESSAGE(8));

    SIZE(struct gpiochip_info);
    OFFSET(struct gpiochip_info, label);
    OFFSET(struct gpiochip_info, lines);
    SIZE(struct gpio_v2_line_info);
    OFFSET(struct gpio_v2_line_info, consumer);
    OFFSET(struct gpio_v2_line_info, offset);
    OFFSET(struct gpio_v2_line_info, flags);
    SIZE(struct gpio_v2_line_config);
    OFFSET(struct gpio_v2_line_config, flags);
    OFFSET(struct gpio_v2_line_config, num_attrs);
    OFFSET(struct gpio_v2_line_config, attrs[0].attr.id);
    OFFSET(struct gpio_v2_line_config, attrs[0].attr.values);
    OFFSET(struct gpio_v2_line_config, attrs[0].mask);
    SIZE(struct gpio_v2_line_request);
    OFFSET(struct gpio_v2_line_request, offsets);
    OFFSET(struct gpio_v2_line_request, consumer);
    OFFSET(struct gpio_v2_line_request, config);
    OFFSET(struct gpio_v2_line_request, num_lines);
    OFFSET(struct gpio_v2_line_request, fd);
    SIZE(struct gpio_v2_line_values);
    OFFSET(struct gpio_v2_line_values, bits);
    OFFSET(struct gpio_v2_line_values, mask);
    REQUEST(GPIO_GET_CHIPINFO_IOCTL);
    REQUEST(GPIO_V2_GET_LINEINFO_IOCTL);
    REQUEST(GPIO_V2_GET_LINE_IOCTL);
    REQUEST(GPIO_V2_LINE_SET_CONFIG_IOCTL);
    REQUEST(GPIO_V2_LINE_GET_VALUES_IOCTL);
    REQUEST(GPIO_V2_LINE_SET_VALUES_IOCTL);
    NUMBER("GPIO_V2_LINE_FLAG_USED", GPIO_V2_LINE_FLAG_USED);
    NUMBER("GPIO_V2_LINE_FLAG_INPUT", GPIO_V2_LINE_FLAG_INPUT);
    NUMBER("GPIO_V2_LINE_FLAG_OUTPUT", GPIO_V2_LINE_FLAG_OUTPUT);
    NUMBER("GPIO_V2_LINE_FLAG_BIAS_PULL_UP", GPIO_V2_LINE_FLAG_BIAS_PULL_UP);
    NUMBER("GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN", GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN);
    NUMBER("GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES", GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES);

    SIZE(struct termios2);
    OFFSET(struct termios2, c_iflag);
    OFFSET(struct termios2, c_oflag);
    OFFSET(struct termios2, c_cflag);
    OFFSET(struct termios2, c_lflag);
    OFFSET(struct termios2, c_line);
    OFFSET(struct termios2, c_cc);
    OFFSET(struct termios2, c_ispeed);
    OFFSET(struct termios2, c_ospeed);
    REQUEST(TCGETS2);
    REQUEST(TCSETS2);
    REQUEST(TCFLSH);
    REQUEST(TIOCEXCL);
    REQUEST(TIOCGPTN);
    REQUEST(TIOCSPTLCK);
    NUMBER("BOTHER", BOTHER);
    NUMBER("CS8", CS8);
    NUMBER("CREAD", CREAD);
    NUMBER("CLOCAL", CLOCAL);
    NUMBER("VMIN", VMIN);
    NUMBER("TCIOFLUSH", TCIOFLUSH);

    /* RDATA: command, 7 us (t6), three bytes, 2 us (t10). */
    struct spi_ioc_transfer rdata[2] = { segment(1, 7, 900000), segment(3, 2, 900000) };
    bytes("read-data", rdata, sizeof rdata);
    /* WREG MUX and SYNC, 4 us (t11), WAKEUP. */
    struct spi_ioc_transfer start[2] = { segment(4, 4, 900000), segment(1, 2, 900000) };
    bytes("start-conversion", start, sizeof start);
    /* A frame of the DAC. */
    struct spi_ioc_transfer frame = segment(3, 2, 900000);
    bytes("write-frame", &frame, sizeof frame);
    /* RDATA at 75 kHz in one transfer. */
    struct spi_ioc_transfer slow = segment(4, 0, 75000);
    bytes("slow-read-data", &slow, sizeof slow);

    struct gpio_v2_line_request claim;
    memset(&claim, 0, sizeof claim);
    claim.offsets[0] = 5;
    claim.num_lines = 1;
    strcpy(claim.consumer, "coinrig");
    bytes("claim-line", &claim, sizeof claim);
    struct gpio_v2_line_config low = output(0), high = output(1);
    bytes("output-low", &low, sizeof low);
    bytes("output-high", &high, sizeof high);
    struct gpio_v2_line_values values = { .bits = 1, .mask = 1 };
    bytes("write-high", &values, sizeof values);
    values.bits = 0;
    bytes("write-low-or-read", &values, sizeof values);
    return 0;
}
