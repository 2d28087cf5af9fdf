#include "point.h"

static double root(double square) {
    double guess = square > 1 ? square : 1;
    for (int i = 0; i < 64; i++) {
        guess = (guess + square / guess) / 2;
    }
    return guess;
}

point point_midpoint(point a, point b) {
    point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    return middle;
}

double point_distance(const point *a, const point *b) {
    double dx = a->x - b->x;
    double dy = a->y - b->y;
    return dx == 0 && dy == 0 ? 0 : root(dx * dx + dy * dy);
}

void point_move(point *p, int dx, int dy) {
    p->x += dx;
    p->y += dy;
}
