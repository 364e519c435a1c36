using System.Text;
using TorchSharp;

namespace Bindings.Tests.Serialization;

/// <summary>The zip format's checksum.</summary>
public class Crc32Tests
{
    // Known values of CRC-32/ISO-HDLC: the check string of the catalogues, and what zlib's crc32 gives for the others.
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Known_values(string text, uint expected) => Assert.Equal(expected, Crc32.Append(0, Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Long_data_and_pieces_of_it_agree_with_the_tables()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        for (var length = 0; length < 600; length++)
        {
            for (var offset = 0; offset < 3; offset++)
            {
                var data = bytes.AsSpan(offset, length);
                var expected = ~Crc32.BySlices(uint.MaxValue, data);
                Assert.Equal(expected, Crc32.Append(0, data));
                Assert.Equal(expected, Crc32.Append(Crc32.Append(0, data[..(length / 3)]), data[(length / 3)..]));
            }
        }
        Assert.Equal(~Crc32.BySlices(uint.MaxValue, bytes), Crc32.Append(0, bytes));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 17)]
    [InlineData(17, 0)]
    [InlineData(1, 1)]
    [InlineData(3000, 70_001)]
    [InlineData(70_001, 3000)]
    public void Checksums_of_pieces_give_that_of_the_whole(int first, int second)
    {
        var bytes = new byte[first + second];
        new Random(2).NextBytes(bytes);
        var (left, right) = (Crc32.Append(0, bytes.AsSpan(0, first)), Crc32.Append(0, bytes.AsSpan(first)));

        Assert.Equal(Crc32.Append(0, bytes), Crc32.Combine(left, right, second));
    }
}
