package org.chirpmill.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * Curves over a common axis, as a PNG.
 *
 * @param title above the picture
 * @param xTitle of the horizontal axis, with its unit
 * @param yTitle of the vertical axis, with its unit
 * @param curves in the order of the legend
 */
public record LineChart(String title, String xTitle, String yTitle, List<Curve> curves) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;

    /**
     * Draws the picture, replacing a file that is there.
     *
     * @throws IOException where it cannot be written, or this machine has no fonts to draw letters with
     */
    public void write(Path png) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Fonts.require();
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(xTitle)
            .yAxisTitle(yTitle).theme(Styler.ChartTheme.Matlab).build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setYAxisMin(0.0);
        for (Curve curve : curves) {
            chart.addSeries(curve.name(), curve.x(), curve.y());
        }
        BitmapEncoder.saveBitmap(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG);
    }
}
