using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>Dimensions with names; the answers are those of Python 1.13's documentation of named tensors.</summary>
public class NamedTensorTests
{
    [NamesFact]
    public void Names_are_read_and_changed()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor plain = zeros(2, 3);
        Assert.False(plain.has_names());
        Assert.All(plain.names, Assert.Null);
        Tensor named = zeros([2, 3], names: ["N", "C"]);
        Assert.True(named.has_names());
        Assert.Equal(["N", "C"], named.names);
        Assert.Equal(["A", "B"], named.rename(["A", "B"]).names);
        Assert.Equal(["N", "C"], named.names);
        named.rename_(["A", "B"]);
        Assert.Equal(["A", "B"], named.names);
        Assert.False(named.rename(null).has_names());
        named.names = ["X", "*"];
        Assert.Equal("X", named.names[0]);
        Assert.Null(named.names[1]);
        Assert.Equal(["N", "C"], plain.refine_names("N", "C").names);
    }

    [NamesFact]
    public void Operations_carry_names_and_align_by_them()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = zeros([2, 3, 4], names: ["C", "H", "W"]);
        Assert.Equal(["C", "W", "H"], image.align_to("C", "W", "H").names);
        Assert.Equal([2, 4, 3], image.align_to("C", "W", "H").shape);
        Tensor scale = ones([2], names: ["C"]);
        Assert.Equal([2, 1, 1], scale.align_as(image).shape);
        Assert.Equal(["C", "H", "W"], (image * scale.align_as(image)).names);
        Tensor[] aligned = align_tensors(scale, image);
        Assert.Equal([2, 1, 1], aligned[0].shape);
        Tensor split = image.unflatten("C", [("G", 1), ("I", 2)]);
        Assert.Equal(["G", "I", "H", "W"], split.names);
    }

    [NamesFact]
    public void Names_that_do_not_fit_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor named = zeros([2, 3], names: ["N", "C"]);
        Assert.ThrowsAny<TorchException>(() => named.rename(["A"]));
        Assert.ThrowsAny<TorchException>(() => named.rename(["A", "A"]));
        Assert.ThrowsAny<TorchException>(() => named.refine_names("X", "C"));
        Assert.ThrowsAny<TorchException>(() => named.align_to("N"));
        Assert.ThrowsAny<TorchException>(() => named + zeros([2, 3], names: ["A", "B"]));
        Assert.ThrowsAny<TorchException>(() => zeros([2], names: ["not a name"]));
    }
}
