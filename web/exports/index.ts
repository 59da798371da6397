// What is made of an exercise: for ./run package, and for pages.

export { lessonBody, lessonFile, lessonFolder, nameOf, singleFile, type Block, type Files } from './lesson-page.ts';
export { scormPackage } from './scorm-package.ts';
