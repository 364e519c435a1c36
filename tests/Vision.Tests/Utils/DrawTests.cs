using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision.utils;

namespace Vision.Tests.Utils;

public class DrawTests
{
    private static readonly (int R, int G, int B)[] Tints = [(255, 0, 0), (0, 200, 10), (3, 4, 250), (120, 130, 140), (255, 255, 0)];

    /// <summary>The cases of tests/golden/vision-io/make.py and how each draws.</summary>
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Cases = new()
    {
        ["boxes.palette"] = photo => WithBoxes(boxes => draw_bounding_boxes(photo, boxes)),
        ["boxes.thick"] = photo => WithBoxes(boxes => draw_bounding_boxes(photo, boxes, colors: Tints, width: 4)),
        ["boxes.filled"] = photo => WithBoxes(boxes => draw_bounding_boxes(photo, boxes, colors: Tints, fill: true, width: 2)),
        ["boxes.gray"] = photo => WithBoxes(boxes => draw_bounding_boxes(photo[..1], boxes[..2], colors: [(9, 8, 7)])),
        ["masks.palette"] = photo => WithMasks(masks => draw_segmentation_masks(photo, masks)),
        ["masks.colors"] = photo => WithMasks(masks => draw_segmentation_masks(photo, masks, alpha: 0.35, colors: Tints[..3])),
        ["masks.single"] = photo => WithMasks(masks => draw_segmentation_masks(photo, masks[0], alpha: 1.0, colors: [(1, 2, 3)])),
    };

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawings_equal_pythons(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor photo = GridGoldens.Read("photo");
        byte[] before = photo.bytes.ToArray();
        Tensor expected = GridGoldens.Read(name);
        Tensor actual = Cases[name](photo);

        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.bytes.ToArray(), actual.bytes.ToArray());
        Assert.Equal(before, photo.bytes.ToArray());
    }

    [Fact]
    public void A_label_is_written_into_its_box_and_nowhere_else()
    {
        using Tensor photo = zeros([3, 60, 120], dtype: uint8);
        using Tensor boxes = tensor(new long[,] { { 20, 10, 110, 50 } });
        using Tensor plain = draw_bounding_boxes(photo, boxes, colors: [(255, 255, 255)]);
        using Tensor labelled = draw_bounding_boxes(photo, boxes, ["tulip"], [(255, 255, 255)]);
        int[] changed = [.. Enumerable.Range(0, 60 * 120).Where(i => plain.bytes[i] != labelled.bytes[i])];

        Assert.True(changed.Length > 40);
        Assert.All(changed, i => Assert.True(i % 120 is > 20 and < 110 && i / 120 is > 10 and < 30));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        using Tensor photo = GridGoldens.Read("photo");
        using Tensor boxes = GridGoldens.Read("boxes");
        using Tensor backwards = tensor(new long[,] { { 9, 0, 3, 3 } });
        using Tensor real = zeros([3, 4, 4]);
        using Tensor small = zeros([2, 2], dtype: ScalarType.Bool);

        Assert.Contains("ends before it begins", Assert.Throws<ArgumentException>(() => draw_bounding_boxes(photo, backwards)).Message);
        Assert.Contains("2 colours", Assert.Throws<ArgumentException>(() => draw_bounding_boxes(photo, boxes, colors: Tints[..2])).Message);
        Assert.Contains("0 to 255", Assert.Throws<ArgumentException>(() => draw_bounding_boxes(photo, boxes, colors: [(256, 0, 0)])).Message);
        Assert.Contains("1 labels", Assert.Throws<ArgumentException>(() => draw_bounding_boxes(photo, boxes, ["a"])).Message);
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => draw_bounding_boxes(real, boxes)).Message);
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => draw_segmentation_masks(photo, small)).Message);
    }

    private static Tensor WithBoxes(Func<Tensor, Tensor> draw) => draw(GridGoldens.Read("boxes"));

    private static Tensor WithMasks(Func<Tensor, Tensor> draw) => draw(GridGoldens.Read("masks").to(ScalarType.Bool));
}
