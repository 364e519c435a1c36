using System.Text;
using TorchSharp;

namespace Text.Tests.Vocab;

/// <summary>The order of code points is that of the UTF-8 bytes.</summary>
public class CodePointOrderTests
{
    [Fact]
    public void Texts_order_as_their_bytes_in_utf8_do()
    {
        var random = new Random(5);
        string[] parts = ["", "a", "b", "\uD7FF", "\uE000", "\uFF5E", "\uFFFF", "\U00010000", "\U0001F600", "\U0001F601", "\U0010FFFF", "\0"];
        string Draw() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => parts[random.Next(parts.Length)]));
        for (var turn = 0; turn < 5000; turn++)
        {
            var (left, right) = (Draw(), Draw());
            var expected = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
            Assert.Equal(Math.Sign(expected), Math.Sign(CodePointOrder.Comparer.Compare(left, right)));
        }
    }
}
