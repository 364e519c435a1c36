using System.Text;
using TorchSharp.Utils;

namespace Bindings.Tests.Utils;

/// <summary>CRC-32C against the values of RFC 3720 (B.4) and the checksum's usual check value.</summary>
public sealed class ChecksumTests
{
    [Fact]
    public void The_checksum_is_the_published_one()
    {
        Assert.Equal(0xE3069283u, CRC32C.process(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A9136AAu, CRC32C.process(new byte[32]));
        Assert.Equal(0x62A8AB43u, CRC32C.process([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, CRC32C.process([.. Enumerable.Range(0, 32).Select(value => (byte)value)]));
        Assert.Equal(0x113FDB5Cu, CRC32C.process([.. Enumerable.Range(0, 32).Select(value => (byte)(31 - value))]));
        Assert.Equal(0u, CRC32C.process(Array.Empty<byte>()));
        Assert.Throws<ArgumentNullException>(() => CRC32C.process(null!));
    }

    [Fact]
    public void A_number_counts_as_its_bytes()
    {
        Assert.Equal(CRC32C.process([0x78, 0x56, 0x34, 0x12]), CRC32C.process(0x12345678));
        Assert.Equal(CRC32C.process([0xEF, 0xCD, 0xAB, 0x89, 0x67, 0x45, 0x23, 0x01]), CRC32C.process(0x0123456789ABCDEF));
    }
}
