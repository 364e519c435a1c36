using System.Globalization;
using System.Text;
using TorchSharp;

namespace Text.Tests.Vocab.Vectors;

/// <summary>Numbers as Python reads them, to the bit.</summary>
public class DecimalNumberTests
{
    [Fact]
    public void NumbersAreTheOraclesToTheBit()
    {
        var count = 0;
        foreach (var entry in VectorGoldens.All.GetProperty("numbers").EnumerateArray())
        {
            var text = Encoding.UTF8.GetBytes(entry.GetProperty("text").GetString()!);
            var isNumber = DecimalNumber.TryParse(text, out var value);
            Assert.True(isNumber == (entry.GetProperty("bits").ValueKind == System.Text.Json.JsonValueKind.String), entry.ToString());
            if (isNumber)
            {
                var expected = VectorGoldens.Floats(entry.GetProperty("bits"))[0];
                AssertSame(expected, value, entry.ToString());
                var at = 0;
                if (DecimalNumber.TryReadPlain([.. text, (byte)' '], ref at, out var plain) && at == text.Length)
                {
                    AssertSame(expected, plain, entry.ToString());
                }
            }
            count++;
        }
        Assert.True(count > 200);
    }

    [Fact]
    public void EveryFloatComesBackFromItsShortestText()
    {
        var random = new Random(3);
        for (var i = 0; i < 200_000; i++)
        {
            var value = BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32));
            if (float.IsFinite(value))
            {
                var text = value.ToString(i % 2 == 0 ? "R" : "E8", CultureInfo.InvariantCulture);
                byte[] bytes = [.. Encoding.ASCII.GetBytes(text), (byte)'\n'];
                var at = 0;
                if (!DecimalNumber.TryReadPlain(bytes, ref at, out var read))
                {
                    Assert.True(DecimalNumber.TryParse(bytes.AsSpan(..^1), out read), text);
                }
                AssertSame(value, read, text);
            }
        }
    }

    [Fact]
    public void PlainReadingAgreesWithFullParsing()
    {
        var random = new Random(4);
        const string Letters = "0123456789.-+eE";
        for (var i = 0; i < 300_000; i++)
        {
            var bytes = new byte[random.Next(1, 14)];
            foreach (ref var letter in bytes.AsSpan())
            {
                letter = (byte)Letters[random.Next(random.Next(3) == 0 ? Letters.Length : 10)];
            }
            var at = 0;
            if (DecimalNumber.TryReadPlain([.. bytes, (byte)' '], ref at, out var plain) && at == bytes.Length)
            {
                Assert.True(DecimalNumber.TryParse(bytes, out var full), Encoding.ASCII.GetString(bytes));
                AssertSame(full, plain, Encoding.ASCII.GetString(bytes));
            }
        }
    }

    private static void AssertSame(float expected, float actual, string text) => Assert.True(
        BitConverter.SingleToUInt32Bits(expected) == BitConverter.SingleToUInt32Bits(actual),
        $"{text} gives {actual:R} where {expected:R} is right.");
}
